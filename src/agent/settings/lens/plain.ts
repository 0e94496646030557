import type { PlainValue } from '../../../yaml/change.ts';
import { isList, isMapping } from '../../documents/plain.ts';

/** Data of unknown shape as a value that can be written. What JSON cannot say becomes null. */
export function plain(value: unknown): PlainValue {
  if (isList(value)) return value.map(plain);
  if (isMapping(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** A mapping of the fields that are there. */
export function present(fields: Readonly<Record<string, PlainValue | undefined>>): PlainValue {
  const entries = Object.entries(fields).flatMap(([key, value]): [string, PlainValue][] =>
    value === undefined ? [] : [[key, value]],
  );
  return Object.fromEntries(entries);
}

/** A scalar as text, so that a field can show what the file holds; anything else is nothing. */
export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
