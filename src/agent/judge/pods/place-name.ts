import type { Path } from '../../../yaml/path.ts';

/** A place of the file in words: `podSecurityContext.runAsUser`, `item 2 of workers`. */
export function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last === 'number') return `item ${last + 1} of ${nameOf(path.slice(0, -1))}`;
  const parent = path.at(-2);
  return typeof parent === 'string' ? `${parent}.${last}` : last;
}
