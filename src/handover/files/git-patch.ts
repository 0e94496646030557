import { formatPatch, structuredPatch } from 'diff';
import type { ChangedFile } from '../input.ts';

/**
 * What `git apply` takes to turn each file as it was opened into the file as it is now, byte for
 * byte, and to make those that are new. Empty if nothing changed.
 */
export function gitPatch(files: readonly ChangedFile[]): string {
  return files.map(ofFile).join('');
}

function ofFile({ name, before, after }: ChangedFile): string {
  if (before === after) return '';
  const isCreate = before === undefined;
  const old = isCreate ? '/dev/null' : `a/${name}`;
  const patch = structuredPatch(old, `b/${name}`, before ?? '', after, undefined, undefined, {
    context: 3,
  });
  return formatPatch({ ...patch, isGit: true, ...(isCreate ? { isCreate } : {}) });
}
