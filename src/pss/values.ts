/**
 * How the checks take values that nobody has validated: null is unset, as it is for the API
 * server, and what has another type than it should have counts as absent.
 */

/** An object with any fields. */
export type Fields = Readonly<Record<string, unknown>>;

export const NO_FIELDS: Fields = {};
export const NO_ITEMS: readonly never[] = [];

export function isSet<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

/** The object itself, or an empty one in place of anything else. */
export function objectOf(value: unknown): Fields {
  return isObject(value) ? value : NO_FIELDS;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** The list itself, or an empty one in place of anything else. */
export function listOf<T>(value: readonly T[] | null | undefined): readonly T[];
export function listOf(value: unknown): readonly unknown[];
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NO_ITEMS;
}

/** Indexes of the items that the test picks. Allocates nothing when it picks none. */
export function indexesWhere(
  items: readonly unknown[],
  test: (item: unknown) => boolean,
): readonly number[] {
  let found: number[] | undefined;
  let index = 0;
  for (const item of items) {
    if (test(item)) {
      found ??= [];
      found.push(index);
    }
    index += 1;
  }
  return found ?? NO_ITEMS;
}

/** A value as it stands in a message. Null is the empty string, as Go decodes it. */
export function textOf(value: unknown): string {
  if (!isSet(value)) return '';
  return typeof value === 'object' ? '(object)' : String(value);
}
