import { defaultLogFolder, logsVolume, tmpFolder, tmpVolume } from '../chart/chart.ts';
import { type Applied, applyChanges } from '../documents/apply-changes.ts';
import type { Documents } from '../documents/documents.ts';
import { isMapping, valueIn } from '../documents/plain.ts';
import { plain } from './lens/plain.ts';
import { treeData } from './lens/read-settings.ts';
import { treesOf } from './lens/write-settings.ts';
import type { FolderSettings, WorkerSettings } from './settings.ts';

/** The folders that the guide gives every agent component. */
export const guideFolders: readonly FolderSettings[] = [
  { path: tmpFolder, volume: tmpVolume, sizeLimit: '', medium: '' },
  { path: defaultLogFolder, volume: logsVolume, sizeLimit: '', medium: '' },
];

/** A worker to add to the others: with a free name and the guide's folders. */
export function newWorker(others: readonly WorkerSettings[]): WorkerSettings {
  return {
    name: freeName('worker', others),
    queues: 'default',
    replicas: '1',
    folders: [...guideFolders],
    override: null,
  };
}

/**
 * Adds a copy of a worker at the end of the list, with all that the file says of it, those
 * things included that the wizard does not ask for. Only its name is new.
 */
export function duplicateWorker(
  documents: Documents,
  index: number,
  others: readonly WorkerSettings[],
): Applied {
  const worker = valueIn(treeData(treesOf(documents).values), ['workers', index]);
  if (!isMapping(worker)) return { documents, refused: [] };
  const name = freeName(others[index]?.name || 'worker', others);
  return applyChanges(documents, [
    {
      document: 'values',
      change: { op: 'append', path: ['workers'], value: plain({ ...worker, name }) },
    },
  ]);
}

/** `base-2`, or the first number after it that no worker has. */
function freeName(base: string, others: readonly WorkerSettings[]): string {
  const stem = base.replace(/-\d+$/, '').slice(0, 58);
  let number = 2;
  while (others.some(({ name }) => name === `${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
