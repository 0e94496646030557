import { type Faults, required } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, textAt } from '../fields.ts';

export type Check = (source: Fields, path: FieldPath) => Faults;

/** A kind of volume. */
export interface SourceCheck {
  readonly name: string;
  /** What upstream calls it in paths, where that is something else. */
  readonly label?: string;
  /** What upstream calls it when it is one source too many, where that is something else. */
  readonly second?: string;
  readonly check: Check;
}

/** Fields that must not be empty. */
export function needs(...names: readonly string[]): Check {
  return (source, path) =>
    names.filter((name) => textAt(source, name) === '').map((name) => required(path.child(name)));
}
