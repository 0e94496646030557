import type { PlainValue } from '../../../yaml/change.ts';
import type { Path } from '../../../yaml/path.ts';
import { sameValue } from '../../../yaml/value.ts';
import { mountComments } from '../../chart/chart.ts';
import { normalPath } from '../../chart/mount-path.ts';
import { readVolumes } from '../../chart/volumes.ts';
import { listOf, textOf, valueAt, valueIn } from '../../documents/plain.ts';
import type { FolderSettings } from '../settings.ts';
import type { ChangingData } from './changing-data.ts';
import { asText, present } from './plain.ts';

/** A writable folder as it stands in the file. */
interface FoundFolder {
  readonly folder: FolderSettings;
  /** Index in the component's `volumeMounts`. */
  readonly mount: number;
  /** Index in the component's `volumes`. */
  readonly declared: number;
}

/** The writable folders of a component: mounts of emptyDirs in its own container, in their order. */
export function readFolders(component: unknown): FolderSettings[] {
  return foundFolders(component).map(({ folder }) => folder);
}

/** As `readFolders`, with where each stands. */
export function foundFolders(component: unknown): FoundFolder[] {
  const volumes = readVolumes(valueAt(component, 'volumes'), []);
  return listOf(valueAt(component, 'volumeMounts')).flatMap((item, mount) => {
    const name = textOf(valueAt(item, 'name'));
    const path = textOf(valueAt(item, 'mountPath'));
    const volume = volumes.find((declared) => declared.name === name);
    const declared = Number(volume?.path[0]);
    const medium = asText(volume?.source.medium);
    const writable = valueAt(item, 'readOnly') !== true && !isPart(item);
    if (path === '' || volume?.kind !== 'emptyDir' || !writable) return [];
    if (medium !== '' && medium !== 'Memory') return [];
    const sizeLimit = asText(volume.source.sizeLimit);
    return [{ folder: { path, volume: name, sizeLimit, medium }, mount, declared }];
  });
}

/** A mount of a part of a volume is no folder of its own. */
function isPart(mount: unknown): boolean {
  return ['subPath', 'subPathExpr'].some((key) => textOf(valueAt(mount, key)) !== '');
}

/** Changes a component's volumes and mounts so that its writable folders are these, in this order. */
export function writeFolders(
  changing: ChangingData,
  path: Path,
  next: readonly FolderSettings[],
): void {
  const rows = foundFolders(changing.at(path));
  if (
    sameValue(
      rows.map(({ folder }) => folder),
      next,
    )
  )
    return;
  const kept = match(rows, next);
  renameVolumes(changing, path, next, kept);
  const mounts = [...path, 'volumeMounts'];
  for (const [index, folder] of next.entries()) {
    const row = kept[index];
    if (row === undefined) {
      const others = rows.filter((other) => !kept.includes(other)).map(({ mount }) => mount);
      if (isFree(changing, mounts, folder, others) && provideVolume(changing, path, folder)) {
        addMount(changing, mounts, folder);
      }
    } else if (provideVolume(changing, path, folder)) {
      const mount = [...mounts, row.mount];
      if (row.folder.path !== folder.path) changing.set([...mount, 'mountPath'], folder.path);
      if (changing.at([...mount, 'name']) !== folder.volume) {
        changing.set([...mount, 'name'], folder.volume);
      }
    }
  }
  const gone = rows.filter((row) => !kept.includes(row));
  changing.removeItems(
    mounts,
    gone.map(({ mount }) => mount),
  );
  const was = new Set(rows.map(({ folder }) => folder.volume));
  removeUnmounted(changing, path, was);
}

/**
 * Finds for each folder the row that it was: unchanged, else the same path with another volume,
 * else the same volume at another path. New mounts go to the end, so from the first folder on
 * that would stand before a kept one, all are made anew.
 */
function match(
  rows: readonly FoundFolder[],
  next: readonly FolderSettings[],
): (FoundFolder | undefined)[] {
  const free = new Set(rows);
  const found = next.map((): FoundFolder | undefined => undefined);
  const alike: ((row: FolderSettings, folder: FolderSettings) => boolean)[] = [
    (row, folder) => row.path === folder.path && row.volume === folder.volume,
    (row, folder) => normalPath(row.path) === normalPath(folder.path),
    (row, folder) => row.volume === folder.volume,
  ];
  for (const same of alike) {
    for (const [index, folder] of next.entries()) {
      if (found[index] !== undefined) continue;
      const row = [...free].find((candidate) => same(candidate.folder, folder));
      if (row === undefined) continue;
      found[index] = row;
      free.delete(row);
    }
  }
  let last = -1;
  return found.map((row) => {
    const inOrder = row !== undefined && row.mount > last;
    last = inOrder ? row.mount : Number.POSITIVE_INFINITY;
    return inOrder ? row : undefined;
  });
}

/** A row whose volume alone has another name means that volume, wherever the pod mounts it. */
function renameVolumes(
  changing: ChangingData,
  path: Path,
  next: readonly FolderSettings[],
  kept: readonly (FoundFolder | undefined)[],
): void {
  for (const [index, { volume }] of next.entries()) {
    const old = kept[index]?.folder.volume;
    if (old === undefined || old === volume) continue;
    const stillWanted = next.some((folder) => folder.volume === old);
    const volumes = readVolumes(changing.at([...path, 'volumes']), []);
    const at = volumes.find(({ name }) => name === old)?.path;
    const taken = volumes.some(({ name }) => name === volume);
    if (stillWanted || taken || at === undefined) continue;
    changing.set([...path, 'volumes', ...at, 'name'], volume);
    for (const mounts of mountLists(changing.at(path)))
      renameMounts(changing, [...path, ...mounts], old, volume);
    const elsewhere = sidecarPods(changing).some((pod) => declares(changing.at(pod), old));
    if (!elsewhere && sidecarPods(changing).some((pod) => sameValue(pod, path))) {
      renameMounts(changing, sidecarMounts, old, volume);
    }
  }
}

function renameMounts(changing: ChangingData, path: Path, old: string, name: string): void {
  for (const [index, mount] of listOf(changing.at(path)).entries()) {
    if (valueAt(mount, 'name') === old) changing.set([...path, index, 'name'], name);
  }
}

/** The lists of mounts of a pod's containers, the chart's sidecar aside. */
function mountLists(component: unknown): Path[] {
  const containers = ['initContainers', 'extraContainers'].flatMap((key) =>
    listOf(valueAt(component, key)).map((_, index): Path => [key, index, 'volumeMounts']),
  );
  return [['volumeMounts'], ...containers];
}

const sidecarMounts: Path = ['loggingSidecar', 'volumeMounts'];

/** The pods that the sidecar is in: every worker and the triggerer. */
export function sidecarPods(changing: ChangingData): Path[] {
  const workers = listOf(changing.at(['workers'])).map((_, index): Path => ['workers', index]);
  return [...workers, ['triggerer']];
}

export function declares(component: unknown, volume: string): boolean {
  return readVolumes(valueAt(component, 'volumes'), []).some(({ name }) => name === volume);
}

/**
 * Makes sure that a folder's volume is there, with its size and medium.
 * @returns false if a volume of another type has the name: then nothing is done for the folder
 */
function provideVolume(changing: ChangingData, component: Path, folder: FolderSettings): boolean {
  const path = [...component, 'volumes'];
  const { volume, sizeLimit, medium } = folder;
  const declared = readVolumes(changing.at(path), path).find(({ name }) => name === volume);
  if (declared === undefined) {
    changing.append(path, folderVolume(folder));
    return true;
  }
  const emptyDir = [...declared.path, 'emptyDir'];
  if (declared.kind !== 'emptyDir') {
    changing.conflict(
      declared.path,
      { op: 'set', path: emptyDir, value: {} },
      `The volume ${volume} is a ${declared.kind}, so ${folder.path} cannot be an empty folder on it.`,
      'Give the folder’s volume another name.',
    );
    return false;
  }
  const limit = { sizeLimit, medium };
  for (const key of ['sizeLimit', 'medium'] as const) {
    if (asText(declared.source[key]) === limit[key]) continue;
    if (limit[key] !== '') changing.set([...emptyDir, key], limit[key]);
    else if (Object.keys(Object(changing.at(emptyDir))).length === 1) changing.set(emptyDir, {});
    else changing.remove([...emptyDir, key]);
  }
  return true;
}

/** An emptyDir volume for a folder. */
export function folderVolume({ volume, sizeLimit, medium }: FolderSettings): PlainValue {
  const emptyDir = present({
    medium: medium === '' ? undefined : medium,
    sizeLimit: sizeLimit === '' ? undefined : sizeLimit,
  });
  return { name: volume, emptyDir };
}

/** Whether nothing is mounted at a folder's path, those mounts aside that are about to go. */
function isFree(
  changing: ChangingData,
  mounts: Path,
  { path, volume }: FolderSettings,
  going: readonly number[],
): boolean {
  const inTheWay = listOf(changing.at(mounts)).findIndex(
    (mount, index) =>
      normalPath(textOf(valueAt(mount, 'mountPath'))) === normalPath(path) &&
      !going.includes(index),
  );
  if (inTheWay < 0) return true;
  changing.conflict(
    [...mounts, inTheWay],
    { op: 'append', path: mounts, value: { name: volume, mountPath: path } },
    `Something else is mounted at ${path} already.`,
    'Take that mount out first, or choose another path.',
  );
  return false;
}

function addMount(changing: ChangingData, mounts: Path, { path, volume }: FolderSettings): void {
  const comment = mountComments[normalPath(path)];
  const value = { name: volume, mountPath: path };
  changing.append(mounts, value, comment === undefined ? undefined : { mountPath: comment });
}

/** Takes out those of the volumes that no container of the pod mounts any more. */
export function removeUnmounted(
  changing: ChangingData,
  component: Path,
  names: ReadonlySet<string>,
): void {
  const pod = changing.at(component);
  const lists = mountLists(pod).map((path) => valueIn(pod, path));
  if (sidecarPods(changing).some((path) => sameValue(path, component))) {
    lists.push(changing.at(sidecarMounts));
  }
  const mounted = new Set(lists.flatMap((list) => listOf(list).map((m) => valueAt(m, 'name'))));
  const path = [...component, 'volumes'];
  const unused = listOf(changing.at(path)).flatMap((volume, index) => {
    const name = textOf(valueAt(volume, 'name'));
    return names.has(name) && !mounted.has(name) ? [index] : [];
  });
  changing.removeItems(path, unused);
}
