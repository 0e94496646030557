import { type Faults, invalid } from '../faults.ts';
import type { FieldPath } from '../field-path.ts';
import { quoted } from '../go-text.ts';

/** A path on which no step goes up. */
export function noBacksteps(text: string, path: FieldPath): Faults {
  return text.split('/').includes('..')
    ? [invalid(path, quoted(text), "must not contain '..'")]
    : [];
}

/** A path below some folder. */
export function localPath(text: string, path: FieldPath): Faults {
  return [
    ...(text.startsWith('/') ? [invalid(path, quoted(text), 'must be a relative path')] : []),
    ...noBacksteps(text, path),
  ];
}

/** A path below some folder, of a name that the kubelet doesn't use itself. */
export function localNonReservedPath(text: string, path: FieldPath): Faults {
  return [
    ...localPath(text, path),
    ...(text.startsWith('..') && !text.startsWith('../')
      ? [invalid(path, quoted(text), "must not start with '..'")]
      : []),
  ];
}
