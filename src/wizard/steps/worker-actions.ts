import { duplicateWorker as duplicated, newWorker } from '../../agent/settings/worker-actions.ts';
import { changeDocuments, changeSetting } from '../actions.ts';
import { presentAssessment } from '../assessed/use-assessed.ts';
import { focusFieldSoon } from '../field-id.ts';
import { replaceRoute } from '../route.ts';
import { announce } from '../store.ts';

/** Opens a new worker's card at its name. */
function openWorker(index: number): void {
  const field = `components.workers.${index}.name`;
  replaceRoute({ step: 'components', field });
  focusFieldSoon(field);
}

/** Adds a worker with the guide's folders. */
export function addWorker(): void {
  const settings = presentAssessment()?.settings;
  if (!settings) return;
  const { workers } = settings.components;
  const added = newWorker(workers);
  changeSetting(settings, {
    id: 'components.workers',
    value: [...workers, added],
    title: `add worker ${added.name}`,
  });
  announce(`Added worker ${added.name}.`);
  openWorker(workers.length);
}

/** Adds a worker with all that another one has in the file, asked for here or not. */
export function duplicateWorker(index: number): void {
  const assessment = presentAssessment();
  const source = assessment?.settings.components.workers[index];
  if (!assessment || !source) return;
  const { documents, settings } = assessment;
  const { workers } = settings.components;
  const outcome = duplicated(documents, index, workers);
  changeDocuments(outcome.documents, {
    title: `duplicate worker ${source.name}`,
    announcement: `Added a copy of worker ${source.name}.`,
    refused: outcome.refused,
  });
  openWorker(workers.length);
}

export function removeWorker(index: number): void {
  const settings = presentAssessment()?.settings;
  const gone = settings?.components.workers[index];
  if (!settings || !gone) return;
  const workers = settings.components.workers.filter((_, i) => i !== index);
  changeSetting(settings, {
    id: 'components.workers',
    value: workers,
    title: `remove worker ${gone.name}`,
    told: `Removed worker ${gone.name}.`,
  });
  focusFieldSoon(`components.workers.${Math.min(index, workers.length - 1)}`);
}
