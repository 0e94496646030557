import { ALLOWED_VOLUME_SOURCES, RESTRICTED_VOLUME_SOURCES } from '../../pss/pod.ts';
import type { Path } from '../../yaml/path.ts';
import {
  isMapping,
  isUnset,
  listOf,
  type Mapping,
  mappingOf,
  textOf,
  valueAt,
} from '../documents/plain.ts';
import { normalPath } from './mount-path.ts';

/** A volume of a pod, as the values file declares it. */
export interface Volume {
  readonly name: string;
  /** `emptyDir`, `configMap`, ...; `unknown` for a source that this program does not know. */
  readonly kind: string;
  /** The value under the kind's key. */
  readonly source: Mapping;
  readonly path: Path;
}

/** A mount of a volume in one container. */
export interface Mount {
  /** The volume's name. */
  readonly name: string;
  /** Without the trailing slash, which Kubernetes ignores. */
  readonly mountPath: string;
  readonly readOnly: boolean;
  readonly path: Path;
}

const sources = [...ALLOWED_VOLUME_SOURCES, ...RESTRICTED_VOLUME_SOURCES];

/** The volumes of a list; items of the wrong type are left out. */
export function readVolumes(list: unknown, path: Path): readonly Volume[] {
  return listOf(list).flatMap((item, index) => {
    if (!isMapping(item)) return [];
    const kind = kindOf(item);
    return [
      {
        name: textOf(valueAt(item, 'name')),
        kind,
        source: mappingOf(valueAt(item, kind)),
        path: [...path, index],
      },
    ];
  });
}

/** A volume without any source is an emptyDir: the API server's own default. */
function kindOf(volume: Mapping): string {
  const known = sources.find((source) => !isUnset(valueAt(volume, source)));
  if (known !== undefined) return known;
  const others = Object.entries(volume).some(([key, value]) => key !== 'name' && isMapping(value));
  return others ? 'unknown' : 'emptyDir';
}

/** The mounts of a list; those without a path are left out. */
export function readMounts(list: unknown, path: Path): readonly Mount[] {
  return listOf(list).flatMap((item, index) => {
    const mountPath = textOf(valueAt(item, 'mountPath'));
    if (mountPath === '') return [];
    return [
      {
        name: textOf(valueAt(item, 'name')),
        mountPath: normalPath(mountPath),
        readOnly: valueAt(item, 'readOnly') === true,
        path: [...path, index],
      },
    ];
  });
}

/** Whether a folder is `parent` or lies somewhere below it. */
export function isWithin(folder: string, parent: string): boolean {
  return folder === parent || folder.startsWith(parent === '/' ? '/' : `${parent}/`);
}

/** The mount that decides what a folder is: the deepest one at it or above it. */
export function mountOver(mounts: readonly Mount[], folder: string): Mount | undefined {
  return mounts
    .filter(({ mountPath }) => isWithin(folder, mountPath))
    .reduce<Mount | undefined>(
      (deepest, mount) =>
        deepest === undefined || mount.mountPath.length > deepest.mountPath.length
          ? mount
          : deepest,
      undefined,
    );
}

const readOnlyKinds: ReadonlySet<string> = new Set([
  'configMap',
  'downwardAPI',
  'image',
  'projected',
  'secret',
]);

/** Whether a volume of this kind can be written at all. */
export function isWritable(volume: Volume): boolean {
  return !readOnlyKinds.has(volume.kind) && volume.source.readOnly !== true;
}
