import type { Path } from '../../yaml/path.ts';
import { isList, isMapping } from '../documents/plain.ts';

/** Texts of their own languages, in which brackets and braces mean something else. */
const opaque: ReadonlySet<string> = new Set(['args', 'command', 'config']);
type Step = Path[number];

/**
 * Looks at every text of a file, but at those in languages of their own; what aliases share is one
 * object, and one place is enough.
 * @param look gets the text and its path, which is only good until it returns
 */
export function eachText(value: unknown, look: (text: string, path: Path) => void): void {
  // One path for the whole visit: most texts are nothing to speak of.
  visit(value, [], new Set(), look);
}

function visit(
  value: unknown,
  path: Step[],
  seen: Set<object>,
  look: (text: string, path: Path) => void,
): void {
  if (typeof value === 'string') {
    look(value, path);
    return;
  }
  if (!isMapping(value) && !isList(value)) return;
  if (seen.has(value)) return;
  seen.add(value);
  const step = (key: Step, item: unknown) => {
    path.push(key);
    visit(item, path, seen, look);
    path.pop();
  };
  if (isList(value)) {
    for (let index = 0; index < value.length; index += 1) step(index, value[index]);
    return;
  }
  for (const key of Object.keys(value)) if (!opaque.has(key)) step(key, value[key]);
}
