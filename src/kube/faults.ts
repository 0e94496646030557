import type { FieldPath, Place } from './field-path.ts';
import { quoted } from './go-text.ts';

/** Upstream's kinds of errors, in the words with which a message begins. */
export type FaultKind =
  | 'Required value'
  | 'Invalid value'
  | 'Unsupported value'
  | 'Duplicate value'
  | 'Not found'
  | 'Forbidden'
  | 'Too long'
  | 'Too many'
  | 'Internal error';

/** Something for which the API server refuses an object. */
export interface Fault {
  readonly kind: FaultKind;
  /** The field in upstream's words. */
  readonly field: string;
  /** Where it stands in the object. */
  readonly path: Place;
  /** The message without the field. */
  readonly message: string;
}

export type Faults = readonly Fault[];

function fault(kind: FaultKind, path: FieldPath, ...parts: readonly string[]): Fault {
  const message = [kind, ...parts].filter((part) => part !== '').join(': ');
  return { kind, field: path.text, path: path.place, message };
}

export function required(path: FieldPath, detail = ''): Fault {
  return fault('Required value', path, detail);
}

export function forbidden(path: FieldPath, detail: string): Fault {
  return fault('Forbidden', path, detail);
}

/** @param shown the value as Go prints it: in quotes, as JSON, or a number */
export function invalid(path: FieldPath, shown: string, detail: string): Fault {
  return fault('Invalid value', path, shown, detail);
}

/** @param supported in upstream's order */
export function unsupported(path: FieldPath, shown: string, supported: readonly string[]): Fault {
  const values = supported.map(quoted).join(', ');
  return fault('Unsupported value', path, shown, `supported values: ${values}`);
}

export function duplicate(path: FieldPath, shown: string): Fault {
  return fault('Duplicate value', path, shown);
}

export function notFound(path: FieldPath, shown: string, detail = ''): Fault {
  return fault('Not found', path, shown, detail);
}

export function tooLong(path: FieldPath, limit: number): Fault {
  return fault('Too long', path, `may not be more than ${limit} bytes`);
}

export function tooMany(path: FieldPath, count: number, limit: number): Fault {
  return fault('Too many', path, String(count), `must have at most ${limit} items`);
}

/** A complaint about a text, each a fault of its own. */
export function invalidTexts(path: FieldPath, text: string, complaints: readonly string[]): Faults {
  return complaints.map((complaint) => invalid(path, quoted(text), complaint));
}

/** The field and what is wrong with it. */
export function faultText({ field, message }: Fault): string {
  return `${field}: ${message}`;
}
