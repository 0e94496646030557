import { textOf, valueAt } from '../agent/documents/plain.ts';
import { isOfForm } from './harmless-forms.ts';

/** A setting that stays on the page unless somebody sends it along. */
export interface LeftOut {
  /** Its path, joined with dots; of a row or a folder, that of the whole. */
  readonly id: string;
  /** What it is, for people, never the value: `the label team`. */
  readonly what: string;
}

const fieldNames: Readonly<Record<string, string>> = {
  queues: 'the queues',
  localhostProfile: 'the path of the seccomp profile',
  type: 'the type of the seccomp profile',
  image: 'the image',
  config: 'the configuration',
  logsPath: 'the log folder',
  dataVolume: 'the data volume',
  name: 'the name',
};

const subjects: Readonly<Record<string, string>> = {
  namespace: 'the namespace',
  security: 'all agent pods',
  dagProcessor: 'the DAG processor',
  triggerer: 'the triggerer',
  sidecar: 'the logging sidecar',
};

/** The id of what is left out because of the setting at a path. */
export function leftOutId(path: readonly string[]): string {
  const list = path.findIndex((key) => ['labels', 'annotations', 'folders'].includes(key));
  return (list < 0 ? path : path.slice(0, list + 2)).join('.');
}

/**
 * What a setting is called.
 * @param path as in the settings, such as `components.workers.1.queues`
 * @param around the mappings on the way to it, the settings themselves first
 */
export function leftOutName(path: readonly string[], around: readonly unknown[]): string {
  const [group = '', kind = '', index = ''] = path;
  const count = String(Number(index) + 1);
  if (kind === 'labels') return `the label ${shownName(around.at(-1), 'key', count)}`;
  if (kind === 'annotations') return `the annotation ${shownName(around.at(-1), 'key', count)}`;
  const field = fieldNames[path.at(-1) ?? ''] ?? path.join('.');
  const isSentinel = group === 'security' && kind === 'sentinel';
  const worker = kind === 'workers' && `worker ${shownName(around[2], 'name', count)}`;
  const subject =
    worker || (isSentinel ? 'Sentinel' : (subjects[kind] ?? subjects[group] ?? group));
  if (path.includes('folders')) return `a writable folder of ${subject}`;
  // Without one of these no worker is what it was, so all of it stays.
  if (worker && !field.endsWith('queues')) return `${worker}, for ${field}`;
  return `${field} of ${subject}`;
}

/** Its name, or its place where the name itself may be what stays. */
function shownName(item: unknown, key: string, place: string): string {
  const name = textOf(valueAt(item, key));
  return name !== '' && isOfForm('key', name) ? name : place;
}
