import type { Path } from '../../yaml/path.ts';
import { isObject } from '../../yaml/value.ts';

export { isObject as isMapping, sameValue } from '../../yaml/value.ts';

/*
 * Reading data whose shape nobody has checked. A value of another type than the one asked for
 * counts as absent here: the rule bad-type is what reports it.
 */

export type Mapping = Readonly<Record<string, unknown>>;

const nothing: Mapping = {};

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Absent, as Kubernetes and Helm see it. */
export function isUnset(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** The mapping itself, or an empty one. */
export function mappingOf(value: unknown): Mapping {
  return isObject(value) ? value : nothing;
}

/** The list itself, or an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return isList(value) ? value : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The mapping's own value of a key: never one that it inherits, such as `constructor`. */
export function valueAt(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** What lies at a path; undefined where a step of it is missing or of another kind. */
export function valueIn(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) {
    at = typeof step === 'number' ? listOf(at)[step] : valueAt(at, step);
  }
  return at;
}

/** Whether there is anything at a path, be it null. */
export function existsIn(value: unknown, path: Path): boolean {
  return valueIn(value, path) !== undefined;
}
