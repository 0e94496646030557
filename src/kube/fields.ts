/*
 * How validation takes decoded objects: what is absent is undefined, as null is for the API
 * server, and what has a type has been checked by decoding.
 */

/** A decoded struct or map. */
export type Fields = Readonly<Record<string, unknown>>;

const NO_FIELDS: Fields = {};
const NOTHING: readonly never[] = [];

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A struct or map that may be absent. */
export function structAt(fields: Fields, name: string): Fields | undefined {
  const value = fields[name];
  return isFields(value) ? value : undefined;
}

/** A struct or map, empty if it is absent. */
export function fieldsAt(fields: Fields, name: string): Fields {
  return structAt(fields, name) ?? NO_FIELDS;
}

export function listAt(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name];
  return Array.isArray(value) ? value : NOTHING;
}

/** The structs of a list. */
export function structsAt(fields: Fields, name: string): readonly Fields[] {
  return listAt(fields, name).map((item) => (isFields(item) ? item : NO_FIELDS));
}

/** The texts of a list. */
export function textsAt(fields: Fields, name: string): readonly string[] {
  return listAt(fields, name).map((item) => (typeof item === 'string' ? item : ''));
}

/** A text, empty if it is absent. */
export function textAt(fields: Fields, name: string): string {
  return optionalText(fields, name) ?? '';
}

/** A text that may be absent. */
export function optionalText(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** A number, 0 if it is absent. */
export function numberAt(fields: Fields, name: string): number {
  return optionalNumber(fields, name) ?? 0;
}

/** A number that may be absent. */
export function optionalNumber(fields: Fields, name: string): number | undefined {
  const value = fields[name];
  return typeof value === 'number' ? value : undefined;
}

export function isTrue(fields: Fields, name: string): boolean {
  return fields[name] === true;
}

export function isPresent(fields: Fields, name: string): boolean {
  return fields[name] !== undefined;
}

/** The entries of a map of texts. */
export function textEntries(fields: Fields, name: string): readonly (readonly [string, string])[] {
  return Object.entries(fieldsAt(fields, name)).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : '',
  ]);
}
