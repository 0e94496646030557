import type { FieldPath, Place } from '../field-path.ts';

/** What the API server says of an object that it takes. */
export interface Warning {
  /** In upstream's words. */
  readonly text: string;
  /** What it is about. */
  readonly path: Place;
}

export type Warnings = readonly Warning[];

/** A warning that begins with the field that it is about. */
export function warningAt(path: FieldPath, words: string): Warning {
  return { text: `${path.text}: ${words}`, path: path.place };
}
