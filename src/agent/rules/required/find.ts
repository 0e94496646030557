import type { Change } from '../../../yaml/change.ts';
import type { Path } from '../../../yaml/path.ts';
import { isUnset, listOf, type Mapping, valueAt, valueIn } from '../../documents/plain.ts';
import { waitingIn } from '../../documents/waiting-text.ts';
import { predatesSentinel } from '../../judge/pods/build.ts';
import type { FoundValue } from './found-value.ts';
import type { ImageRow, KeyRow, VariableRow } from './rows.ts';
import type { ValueCheck } from './value-checks.ts';

type Found = Omit<FoundValue, 'write'>;

/** How far the value of a key is there. */
function stateOf(value: unknown, path: Path, check: ValueCheck): Found {
  const none = { path, names: [] };
  if (value === undefined) return { ...none, state: 'absent' };
  if (value === null) return { ...none, state: 'null' };
  if (typeof value !== 'string') return { ...none, state: 'given', fault: 'Write a text here.' };
  if (value.trim() === '') return { ...none, state: 'empty' };
  const waiting = waitingIn(value);
  if (waiting !== undefined) return { path, names: waiting.names, state: waiting.kind };
  const fault = check(value);
  return { ...none, state: 'given', ...(fault === undefined ? {} : { fault }) };
}

/** What has the most to say comes first: a value, then one that is filled in later. */
const telling = ['given', 'substitution', 'placeholder'] as const;

function mostTelling(all: readonly [Found, ...Found[]]): Found {
  for (const state of telling) {
    const one = all.find((found) => found.state === state);
    if (one !== undefined) return one;
  }
  return all[0];
}

/** The value of one of some keys, or of a variable that does as well. */
export function findKey({ keys, variables = [] }: KeyRow, values: Mapping): FoundValue {
  const [first, ...others] = keys;
  const read = ({ key, check }: KeyRow['keys'][number]) =>
    stateOf(valueAt(values, key), [key], check);
  const all: readonly [Found, ...Found[]] = [read(first), ...others.map(read)];
  const written = all.filter(({ state }) => !isNothing(state));
  const found = mostTelling(all);
  const byVariable = variablePath(values, variables);
  return {
    ...(written.length === 0 && byVariable !== undefined
      ? { path: byVariable, state: 'given', names: [] }
      : found),
    ...(written.length > 1 ? { fault: `Keep one of ${listed(written)}.` } : {}),
    write: (text) => [
      { op: 'set', path: [first.key], value: text },
      // The chart takes one of them at most.
      ...written
        .filter(({ path }) => path[0] !== first.key)
        .map(({ path }): Change => ({ op: 'remove', path })),
    ],
  };
}

function isNothing(state: FoundValue['state']): boolean {
  return state === 'absent' || state === 'null' || state === 'empty';
}

function listed(all: readonly Found[]): string {
  return all.map(({ path }) => path.join('.')).join(' and ');
}

/** Where one of the variables is set for all components, or for each by itself. */
function variablePath(values: Mapping, names: readonly string[]): Path | undefined {
  const shared = indexOf(valueAt(values, 'commonEnv'), names);
  if (shared >= 0) return ['commonEnv', shared];
  const own = agentPaths(values).map((path) => {
    const index = indexOf(valueIn(values, [...path, 'env']), names);
    return index < 0 ? undefined : [...path, 'env', index];
  });
  return own.includes(undefined) ? undefined : own[0];
}

/** The last of a name counts. */
function indexOf(list: unknown, names: readonly string[]): number {
  return listOf(list).findLastIndex((one) => names.some((name) => valueAt(one, 'name') === name));
}

/** The components that run the agent's image. */
function agentPaths(values: Mapping): readonly Path[] {
  const workers = listOf(valueAt(values, 'workers'));
  return [...workers.map((_, index) => ['workers', index]), ['dagProcessor'], ['triggerer']];
}

/**
 * The image of all components, unless each has its own. Chart 1.x knows no image of all: there it
 * is that of the first component without one.
 */
export function findImage({ check }: ImageRow, values: Mapping): FoundValue {
  const shared = valueAt(values, 'image');
  const own = agentPaths(values).map((path) => {
    const place = [...path, 'image'];
    return stateOf(valueIn(values, place), place, check);
  });
  const without = own.find(({ state }) => isNothing(state));
  const isSettled = isUnset(shared) && without === undefined;
  const unfit = own.find(({ state, fault }) => state !== 'given' || fault !== undefined);
  const inOldShape = predatesSentinel(values) ? (without ?? unfit ?? own[0]) : undefined;
  const found =
    inOldShape ?? (isSettled ? (unfit ?? own[0]) : undefined) ?? stateOf(shared, ['image'], check);
  return { ...found, write: (text) => [{ op: 'set', path: found.path, value: text }] };
}

/** A variable of `commonEnv`; one that is taken from somewhere else counts as given. */
export function findVariable({ name, check }: VariableRow, values: Mapping): FoundValue {
  const index = indexOf(valueAt(values, 'commonEnv'), [name]);
  if (index < 0) {
    return {
      path: ['commonEnv'],
      state: 'absent',
      names: [],
      write: (text) => [{ op: 'append', path: ['commonEnv'], value: { name, value: text } }],
    };
  }
  const item = ['commonEnv', index];
  const source = valueIn(values, [...item, 'valueFrom']);
  if (!isUnset(source)) {
    const found = { path: [...item, 'valueFrom'], names: [], state: 'given' } as const;
    return {
      ...found,
      write: (text) => [
        { op: 'set', path: [...item, 'value'], value: text },
        { op: 'remove', path: found.path },
      ],
    };
  }
  const path = [...item, 'value'];
  return {
    ...stateOf(valueIn(values, path), path, check),
    write: (text) => [{ op: 'set', path, value: text }],
  };
}
