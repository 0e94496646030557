import type { Path } from '../../../yaml/path.ts';
import { sameValue } from '../../../yaml/value.ts';
import { logsVolume, sidecarDefaults } from '../../chart/chart.ts';
import { normalPath } from '../../chart/mount-path.ts';
import { isMapping, listOf, textOf, valueAt, valueIn } from '../../documents/plain.ts';
import type { SidecarSettings } from '../settings.ts';
import type { ChangingData } from './changing-data.ts';
import { readContainerContext, writeContainerContext } from './contexts.ts';
import { declares, removeUnmounted, sidecarPods } from './folders.ts';
import { logVolumes } from './log-folder.ts';
import { asText } from './plain.ts';
import { dataDirOf, isUnreadable } from './vector-config.ts';

const path = ['loggingSidecar'] as const;
const mountsPath: Path = [...path, 'volumeMounts'];

/**
 * Reads step 4 from the values file's data.
 * @param configText a configuration that is written as a mapping, as its text
 */
export function readSidecar(values: unknown, configText: string): SidecarSettings {
  const sidecar = valueAt(values, 'loggingSidecar');
  const mounts = mountsOf(values);
  const config = valueAt(sidecar, 'config');
  return {
    enabled: valueAt(sidecar, 'enabled') === true,
    name: asText(valueAt(sidecar, 'name')) || sidecarDefaults.name,
    image: asText(valueAt(sidecar, 'image')) || sidecarDefaults.image,
    container: readContainerContext(valueAt(sidecar, 'securityContext')),
    logsPath: logMount(values, mounts)?.path ?? '',
    dataVolume: dataMount(mounts, dataDirOf(config))?.volume ?? '',
    config: typeof config === 'object' && config !== null ? configText : asText(config),
  };
}

interface Mount {
  readonly index: number;
  readonly volume: string;
  readonly path: string;
  readonly readOnly: boolean;
}

function mountsOf(values: unknown): Mount[] {
  return listOf(valueIn(values, mountsPath)).flatMap((mount, index) => {
    const mountPath = textOf(valueAt(mount, 'mountPath'));
    if (mountPath === '') return [];
    const volume = textOf(valueAt(mount, 'name'));
    return [{ index, volume, path: mountPath, readOnly: valueAt(mount, 'readOnly') === true }];
  });
}

/** The mount that shows the sidecar the task logs. The one at Vector's data_dir is for something else. */
function logMount(values: unknown, mounts: readonly Mount[]): Mount | undefined {
  const dataDir = dataDirOf(valueIn(values, [...path, 'config']));
  const candidates = mounts.filter((mount) => normalPath(mount.path) !== dataDir);
  const volumes = logVolumes(values);
  return (
    candidates.find(({ volume }) => volumes.includes(volume)) ??
    candidates.find(({ volume }) => volume === logsVolume)
  );
}

function dataMount(mounts: readonly Mount[], dataDir: string): Mount | undefined {
  return mounts.find((mount) => normalPath(mount.path) === dataDir && !mount.readOnly);
}

/** The index in the sidecar's `volumeMounts` of the one that shows it the task logs. */
export function logMountIn(values: unknown): number | undefined {
  return logMount(values, mountsOf(values))?.index;
}

/** The index of the one at Vector's data_dir. */
export function dataMountIn(values: unknown): number | undefined {
  return dataMount(mountsOf(values), dataDirOf(valueIn(values, [...path, 'config'])))?.index;
}

/**
 * Changes step 4. Also declares the volume for Vector's data in every worker and the triggerer.
 * @param was what was read before any change
 */
export function writeSidecar(
  changing: ChangingData,
  was: SidecarSettings,
  next: SidecarSettings,
): void {
  const oldDataDir = dataDirOf(changing.at([...path, 'config']));
  if (was.enabled !== next.enabled) changing.set([...path, 'enabled'], next.enabled);
  for (const key of ['name', 'image'] as const) {
    if (was[key] !== next[key]) changing.set([...path, key], next[key]);
  }
  if (!sameValue(was.container, next.container)) {
    writeContainerContext(changing, [...path, 'securityContext'], next.container, 'full');
  }
  if (was.config !== next.config) writeConfig(changing, next.config);
  writeLogMount(changing, was.logsPath, next.logsPath);
  writeDataMount(changing, oldDataDir, was.dataVolume, next.dataVolume);
}

function writeConfig(changing: ChangingData, config: string): void {
  const place = [...path, 'config'];
  if (isMapping(changing.at(place))) {
    changing.conflict(
      place,
      { op: 'set', path: place, value: config },
      'The configuration is written as keys here, not as text.',
      'Change it in the editor, or turn it into text there: config: | and the keys below it.',
    );
  } else if (config === '') changing.remove(place);
  else {
    // The editor keeps the quotes of a value, but a text that comes to have lines is read as a block.
    const before = changing.at(place);
    if (typeof before === 'string' && !before.includes('\n')) changing.set(place, null);
    changing.set(place, config);
  }
}

function writeLogMount(changing: ChangingData, was: string, next: string): void {
  const values = changing.at([]);
  const mounts = mountsOf(values);
  const present = logMount(values, mounts);
  // Nobody asked for another mount just because a folder above made one of them the logs' own.
  if ((present?.path ?? '') === next || (was === next && present !== undefined)) return;
  if (next === '') {
    // What holds the logs may be mounted twice, or be another volume since a folder changed.
    for (let found = present; found !== undefined; ) {
      changing.remove([...mountsPath, found.index]);
      const left = changing.at([]);
      found = logMount(left, mountsOf(left));
    }
    return;
  }
  if (present !== undefined) {
    changing.set([...mountsPath, present.index, 'mountPath'], next);
    return;
  }
  const name = logVolumes(values)[0] ?? logsVolume;
  const there = mounts.find((mount) => normalPath(mount.path) === normalPath(next));
  if (there === undefined) {
    changing.append(mountsPath, { name, mountPath: next }, { mountPath: logMountComment });
  } else changing.set([...mountsPath, there.index, 'name'], name);
}

const logMountComment = 'the task logs; any folder that the config includes will do';

function writeDataMount(
  changing: ChangingData,
  oldDataDir: string,
  was: string,
  next: string,
): void {
  const values = changing.at([]);
  const config = valueIn(values, [...path, 'config']);
  const dataDir = dataDirOf(config);
  const mounts = mountsOf(values);
  const present = dataMount(mounts, dataDir);
  // The mount follows data_dir, but not while somebody is typing it.
  if (was === next && (next === '' || present !== undefined || isUnreadable(config))) return;
  const atOldPlace = dataMount(mounts, oldDataDir);
  if (next === '') {
    if (present !== undefined) changing.remove([...mountsPath, present.index]);
  } else {
    placeDataMount(changing, mounts, { dataDir, volume: next, old: atOldPlace });
    for (const pod of sidecarPods(changing)) {
      if (!declares(changing.at(pod), next)) {
        changing.append([...pod, 'volumes'], { name: next, emptyDir: {} });
      }
    }
  }
  if (was !== '' && was !== next) {
    for (const pod of sidecarPods(changing)) removeUnmounted(changing, pod, new Set([was]));
  }
}

function placeDataMount(
  changing: ChangingData,
  mounts: readonly Mount[],
  { dataDir, volume, old }: { dataDir: string; volume: string; old: Mount | undefined },
): void {
  const there = mounts.find((mount) => normalPath(mount.path) === dataDir);
  if (there !== undefined) {
    if (there.volume !== volume) changing.set([...mountsPath, there.index, 'name'], volume);
    changing.remove([...mountsPath, there.index, 'readOnly']);
  } else if (old?.volume === volume) {
    changing.set([...mountsPath, old.index, 'mountPath'], dataDir);
  } else changing.append(mountsPath, { name: volume, mountPath: dataDir });
}
