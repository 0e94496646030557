import { type Fault, invalid } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';

const LARGEST_ID = 2 ** 31 - 1;

/** The number of a user or a group. */
export function idRange(value: number, path: FieldPath): readonly Fault[] {
  return value >= 0 && value <= LARGEST_ID
    ? []
    : [invalid(path, String(value), `must be between 0 and ${LARGEST_ID}, inclusive`)];
}
