import type { PlainValue } from '../../../yaml/change.ts';
import { sameValue } from '../../../yaml/value.ts';
import { listOf, valueAt } from '../../documents/plain.ts';
import type { ContextPairSettings, WorkerSettings } from '../settings.ts';
import type { ChangingData } from './changing-data.ts';
import { readComponent, writeComponent } from './component.ts';
import { appendWorker } from './new-worker.ts';
import { asText, plain } from './plain.ts';

const path = ['workers'] as const;

/** Reads the workers; an item that is no mapping is a worker of which nothing is known. */
export function readWorkers(list: unknown, shared: ContextPairSettings): WorkerSettings[] {
  return listOf(list).map((item) => ({
    name: asText(valueAt(item, 'name')),
    queues: asText(valueAt(item, 'queues')),
    replicas: asText(valueAt(item, 'replicas')),
    ...readComponent(item, shared),
  }));
}

/**
 * Changes the list of workers. A worker that stays keeps its lines; a new one goes to the end,
 * and so does, with all of its data, one that would stand behind it.
 * @param was what was read before any change
 */
export function writeWorkers(
  changing: ChangingData,
  was: readonly WorkerSettings[],
  next: readonly WorkerSettings[],
): void {
  if (sameValue(was, next)) return;
  const before = listOf(changing.at(path));
  const kept = match(was, next);
  const places = new Map(kept.map((index, position) => [position, index]));
  for (const [position, worker] of next.entries()) {
    let index = places.get(position);
    let old = index === undefined ? undefined : was[index];
    if (index === undefined || old === undefined) {
      const moved = was.findIndex(({ name }, i) => name === worker.name && !kept.includes(i));
      index = listOf(changing.at(path)).length;
      old = was[moved];
      if (old === undefined) appendWorker(changing, worker);
      else changing.append(path, plain(before[moved]));
    }
    if (old !== undefined) writeWorker(changing, index, old, worker);
  }
  changing.removeItems(
    path,
    was.flatMap((_, index) => (kept.includes(index) ? [] : [index])),
  );
}

function writeWorker(
  changing: ChangingData,
  index: number,
  was: WorkerSettings,
  next: WorkerSettings,
): void {
  if (sameValue(was, next)) return;
  const worker = [...path, index];
  if (was.name !== next.name) changing.set([...worker, 'name'], next.name);
  if (was.queues !== next.queues) write(changing, [...worker, 'queues'], next.queues, next.queues);
  if (was.replicas !== next.replicas) {
    write(changing, [...worker, 'replicas'], next.replicas, Number(next.replicas));
  }
  writeComponent(changing, worker, was, next);
}

function write(
  changing: ChangingData,
  place: (string | number)[],
  text: string,
  value: PlainValue,
): void {
  if (text === '') changing.remove(place);
  else changing.set(place, value);
}

/**
 * Finds for each worker the index it had: the same name in the same order, and between those,
 * one after another, a renamed one. From the first worker that is new or out of order on there is
 * none, because new items go to the end of the list.
 */
function match(
  was: readonly WorkerSettings[],
  next: readonly WorkerSettings[],
): (number | undefined)[] {
  const found = commonNames(was, next);
  const result: (number | undefined)[] = [];
  let free = 0;
  for (const [position, index] of found.entries()) {
    if (index !== undefined) {
      result.push(index);
      free = index + 1;
      continue;
    }
    const limit = found.slice(position).find((later) => later !== undefined) ?? was.length;
    const renamed = free < limit && !next.some(({ name }) => name === was[free]?.name);
    if (!renamed) return [...result, ...next.slice(position).map(() => undefined)];
    result.push(free);
    free += 1;
  }
  return result;
}

/** The longest run of names in both lists in the same order, as indexes into the first list. */
function commonNames(
  was: readonly WorkerSettings[],
  next: readonly WorkerSettings[],
): (number | undefined)[] {
  const length = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  const lengths: number[][] = Array.from({ length: was.length + 1 }, () => []);
  for (let i = was.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] =
        was[i]?.name === next[j]?.name
          ? length(i + 1, j + 1) + 1
          : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const found = next.map((): number | undefined => undefined);
  for (let i = 0, j = 0; i < was.length && j < next.length; ) {
    if (was[i]?.name === next[j]?.name) found[j++] = i++;
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return found;
}
