import type { Fault } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { type Fields, optionalNumber } from '../fields.ts';
import { idRange } from './ids.ts';

/** The user whom a file belongs to. */
export function fileUser(owner: Fields, name: string, path: FieldPath): readonly Fault[] {
  const user = optionalNumber(owner, name);
  return user === undefined ? [] : idRange(user, path.child(name));
}
