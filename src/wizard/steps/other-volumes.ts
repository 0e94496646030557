import type { Assessment } from '../../agent/assess/assessment.ts';
import { normalPath } from '../../agent/chart/mount-path.ts';
import { readMounts, readVolumes } from '../../agent/chart/volumes.ts';
import type { FolderSettings } from '../../agent/settings/settings.ts';
import type { Path } from '../../yaml/path.ts';
import { dataAt } from './data-at.ts';

/** A volume, or a mount without one, that is no writable folder: shown and kept. */
export interface OtherVolume {
  readonly key: string;
  readonly name: string;
  /** What it is and where the agent sees it. */
  readonly text: string;
  readonly path: Path;
}

/** What a component has in `volumes` and `volumeMounts` besides its writable folders. */
export function otherVolumes(
  { trees }: Assessment,
  path: Path,
  folders: readonly FolderSettings[],
): readonly OtherVolume[] {
  const at = (list: string) => [...path, list];
  const volumes = readVolumes(dataAt(trees.values, at('volumes')), at('volumes'));
  const mounts = readMounts(dataAt(trees.values, at('volumeMounts')), at('volumeMounts'));
  const isFolder = (name: string, mountPath: string) =>
    folders.some((folder) => folder.volume === name && normalPath(folder.path) === mountPath);
  const others = mounts.filter(({ name, mountPath }) => !isFolder(name, mountPath));
  const rest = volumes.filter(
    ({ name }) =>
      others.some((mount) => mount.name === name) ||
      !folders.some((folder) => folder.volume === name),
  );
  const dangling = others.filter(({ name }) => !volumes.some((volume) => volume.name === name));
  return [
    ...rest.map(({ name, kind, path: place }) => {
      const seen = others.filter((mount) => mount.name === name).map(mountText);
      const where = seen.length === 0 ? 'not mounted by the agent' : `at ${seen.join(', ')}`;
      return { key: place.join('/'), name, text: `${kind}, ${where}`, path: place };
    }),
    ...dangling.map((mount) => ({
      key: mount.path.join('/'),
      name: mount.name,
      text: `no volume of this name, mounted at ${mountText(mount)}`,
      path: mount.path,
    })),
  ];
}

function mountText({ mountPath, readOnly }: { mountPath: string; readOnly: boolean }): string {
  return readOnly ? `${mountPath} (read-only)` : mountPath;
}
