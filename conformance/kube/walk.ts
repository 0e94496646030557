import { fieldsOf, type GoType } from '../../src/kube/decode/types.ts';
import type { Base, Setting } from './bases.ts';
import { valuesFor } from './values.ts';

/** A base and what is set in it. */
export interface Mutation {
  readonly base: Base;
  readonly set: readonly Setting[];
}

type Path = readonly (string | number)[];

/** So many places of one struct are looked at: containers and init containers, for example. */
const PLACES = 2;

/**
 * The status is another endpoint's, times and managed fields are the server's own, and of a generated
 * name it makes up the end.
 */
const LEFT_OUT = new Set([
  'status',
  'managedFields',
  'creationTimestamp',
  'deletionTimestamp',
  'kind',
  'apiVersion',
  'uid',
  'resourceVersion',
  'selfLink',
  'generation',
  'generateName',
  'deletionGracePeriodSeconds',
  'ephemeralContainers',
]);

/** Every field of a pod, and every field that a Deployment has besides, with each kind of value. */
export function systematicMutations(): readonly Mutation[] {
  const seen = new Map<string, number>();
  return [...walk('v1.Pod', [], 'pod', seen), ...walk('v1.Deployment', [], 'deployment', seen)];
}

function walk(struct: string, path: Path, base: Base, seen: Map<string, number>): Mutation[] {
  const visits = seen.get(struct) ?? 0;
  if (visits >= PLACES) return [];
  seen.set(struct, visits + 1);
  const mutations: Mutation[] = [];
  for (const [name, { type }] of fieldsOf(struct)) {
    if (LEFT_OUT.has(name)) continue;
    const place = [...path, name];
    for (const value of valuesFor(type, name)) mutations.push({ base, set: [[place, value]] });
    mutations.push(...within(type, place, base, seen));
  }
  return mutations;
}

function within(type: GoType, path: Path, base: Base, seen: Map<string, number>): Mutation[] {
  switch (type.kind) {
    case 'struct':
      return walk(type.name, path, base, seen);
    case 'list':
      return items(type.items, path, base, seen);
    case 'map':
      return valuesFor(type.values, 'map').map((value) => ({
        base,
        set: [[[...path, keyFor(type.values)], value]],
      }));
    default:
      return [];
  }
}

function keyFor(values: GoType): string {
  return values.kind === 'custom' ? 'memory' : 'app';
}

/** Mutations of the item that the base has for them, else of a first one. */
function items(type: GoType, path: Path, base: Base, seen: Map<string, number>): Mutation[] {
  const last = path.at(-1);
  const place = [...path, last === 'volumes' || last === 'env' ? 1 : 0];
  if (type.kind === 'struct') return walk(type.name, place, base, seen);
  return valuesFor(type, String(last)).map((value) => ({ base, set: [[place, value]] }));
}
