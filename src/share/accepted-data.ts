import '../no-compiling.ts';
import { z } from 'zod';
import { isMapping, type Mapping, valueAt } from '../agent/documents/plain.ts';
import { type Notice, shown } from './notice.ts';

/** More items than this in a list are never meant. */
const maxItems = 500;
/** More notices than this help nobody. */
const maxNotices = 20;

/** Collects what was not taken over. */
export class Unaccepted {
  private readonly found: Notice[] = [];

  note(code: Notice['code'], path: readonly string[], message: string): void {
    const name = path.map(shown).join('.');
    this.found.push({ code, message: `${name}: ${message}`, field: name });
  }

  /** The first of them, with a word on how many more there are. */
  notices(): Notice[] {
    const more = this.found.length - maxNotices;
    if (more <= 0) return this.found;
    const last: Notice = { code: 'invalid-field', message: `And ${more} more of this kind.` };
    return [...this.found.slice(0, maxNotices), last];
  }
}

/**
 * Data from outside as far as a schema accepts it: a field that is missing takes the default, one
 * that is not valid too, and says so; unknown fields and bad items of lists are left out.
 */
export function acceptedData(
  schema: unknown,
  input: unknown,
  fallback: unknown,
  path: readonly string[],
  unaccepted: Unaccepted,
): unknown {
  if (input === undefined) return fallback;
  if (schema instanceof z.ZodNullable) {
    return input === null ? null : acceptedData(schema.unwrap(), input, fallback, path, unaccepted);
  }
  if (schema instanceof z.ZodObject) {
    if (isMapping(input)) return repairedFields(schema, input, fallback, path, unaccepted);
    unaccepted.note(
      'invalid-field',
      path,
      'This was not a group of settings, so the default is used.',
    );
    return fallback;
  }
  if (schema instanceof z.ZodArray) {
    if (Array.isArray(input)) return repairedItems(schema, input, path, unaccepted);
    unaccepted.note('invalid-field', path, 'This was not a list, so the default is used.');
    return fallback;
  }
  if (!(schema instanceof z.ZodType)) return fallback;
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  unaccepted.note('invalid-field', path, `${firstMessage(result.error)} The default is used.`);
  return fallback;
}

function repairedFields(
  schema: z.ZodObject,
  input: Mapping,
  fallback: unknown,
  path: readonly string[],
  unaccepted: Unaccepted,
): unknown {
  const shape: Mapping = schema.shape;
  const known = Object.keys(shape);
  for (const key of Object.keys(input)) {
    if (!known.includes(key)) {
      unaccepted.note(
        'unknown-field',
        [...path, key],
        'There is no such setting here; it is left out.',
      );
    }
  }
  const fields = known.map((key): [string, unknown] => [
    key,
    acceptedData(
      shape[key],
      valueAt(input, key),
      valueAt(fallback, key),
      [...path, key],
      unaccepted,
    ),
  ]);
  const value = Object.fromEntries(fields);
  // The fields are valid by themselves, but may not be together.
  const whole = schema.safeParse(value);
  if (whole.success || fallback === undefined) return value;
  unaccepted.note('invalid-field', path, `${firstMessage(whole.error)} The default is used.`);
  return fallback;
}

function repairedItems(
  schema: z.ZodArray,
  input: readonly unknown[],
  path: readonly string[],
  unaccepted: Unaccepted,
): unknown {
  if (input.length > maxItems) {
    unaccepted.note(
      'invalid-field',
      path,
      `Of ${input.length} items the first ${maxItems} are taken.`,
    );
  }
  let items = input.slice(0, maxItems).flatMap((item, index) => {
    const place = [...path, String(index)];
    const value = acceptedData(schema.element, item, undefined, place, unaccepted);
    const result = z.safeParse(schema.element, value);
    if (result.success) return [result.data];
    unaccepted.note('invalid-field', place, `${firstMessage(result.error)} This item is left out.`);
    return [];
  });
  // Items that are valid by themselves may still be in each other's way, such as two of one name.
  for (let round = 0; round < maxItems; round++) {
    const issue = schema.safeParse(items).error?.issues[0];
    if (issue === undefined) break;
    const index = typeof issue.path[0] === 'number' ? issue.path[0] : items.length - 1;
    unaccepted.note(
      'invalid-field',
      [...path, String(index)],
      `${issue.message} This item is left out.`,
    );
    items = items.filter((_, at) => at !== index);
  }
  return items;
}

function firstMessage(error: z.core.$ZodError): string {
  const message = error.issues[0]?.message ?? '';
  // Zod's own words are for programmers.
  return /^Invalid |^$/.test(message) ? 'This is missing or of another kind.' : message;
}
