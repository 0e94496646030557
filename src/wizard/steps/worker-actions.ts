import { applyChanges } from '../../agent/fix.ts';
import { plain } from '../../agent/lens/plain.ts';
import type { WorkerSettings } from '../../agent/settings.ts';
import { changeDocuments, changeSettings } from '../actions.ts';
import { focusFieldSoon } from '../fields/field-id.ts';
import { presentAssessment } from '../fields/use-assessed.ts';
import { replaceRoute } from '../route.ts';
import { announce } from '../store.ts';
import { dataAt } from './data-at.ts';

/** A name that no worker has: `gpu`, `gpu-2`, ... */
function freeName(wanted: string, workers: readonly WorkerSettings[]): string {
  const taken = new Set(workers.map(({ name }) => name));
  const stem = wanted.replace(/-\d+$/, '');
  let name = stem;
  for (let number = 2; taken.has(name); number++) name = `${stem}-${number}`;
  return name;
}

/** Opens a new worker's card at its name. */
function openWorker(index: number): void {
  const field = `components.workers.${index}.name`;
  replaceRoute({ step: 'components', field });
  focusFieldSoon(field);
}

/** Adds a worker with the folders of the first one. */
export function addWorker(): void {
  const settings = presentAssessment()?.settings;
  if (!settings) return;
  const { workers } = settings.components;
  const name = freeName('worker', workers);
  const folders = workers[0]?.folders ?? [];
  const added = { name, queues: 'default', replicas: '1', folders, override: null };
  changeSettings(
    { ...settings, components: { ...settings.components, workers: [...workers, added] } },
    `add worker ${name}`,
  );
  announce(`Added worker ${name}.`);
  openWorker(workers.length);
}

/** Adds a worker with all that another one has in the file, asked for here or not. */
export function duplicateWorker(index: number): void {
  const assessment = presentAssessment();
  const source = assessment?.settings.components.workers[index];
  if (!assessment || !source) return;
  const { documents, settings, trees } = assessment;
  const { workers } = settings.components;
  const name = freeName(source.name, workers);
  const value = Object.assign({}, plain(dataAt(trees.values, ['workers', index])), { name });
  const outcome = applyChanges(documents, [
    { document: 'values', change: { op: 'append', path: ['workers'], value } },
  ]);
  changeDocuments(outcome.documents, {
    title: `duplicate worker ${source.name}`,
    announcement: `Added worker ${name}, a copy of ${source.name}.`,
    refused: outcome.refused,
  });
  openWorker(workers.length);
}

export function removeWorker(index: number): void {
  const settings = presentAssessment()?.settings;
  const gone = settings?.components.workers[index];
  if (!settings || !gone) return;
  const workers = settings.components.workers.filter((_, i) => i !== index);
  changeSettings(
    { ...settings, components: { ...settings.components, workers } },
    `remove worker ${gone.name}`,
  );
  announce(`Removed worker ${gone.name}.`);
  focusFieldSoon(`components.workers.${Math.min(index, workers.length - 1)}`);
}
