import type { Path } from '../../yaml/path.ts';
import { placeholdersIn } from '../documents/placeholder-text.ts';
import { isList, isMapping } from '../documents/plain.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/** Texts of their own languages, in which angle brackets mean something else. */
const opaque: ReadonlySet<string> = new Set(['args', 'command', 'config']);
type Step = Path[number];

/**
 * A value in angle brackets, such as `<registry-secret>`, still waits for the real one.
 */
const check: Check = ({ values }) => {
  const found: Finding[] = [];
  visit(values, [], new Set(), found);
  return found;
};

export const placeholder: Rule = {
  id: 'placeholder',
  summary: 'A placeholder in angle brackets still stands for a real value.',
  remedy: 'Replace it by the real value.',
  help: pages.guide,
  effects: ['advice'],
  check,
};

/** `path` is one array for the whole visit: most values are no findings. */
function visit(value: unknown, path: Step[], seen: Set<object>, found: Finding[]): void {
  if (typeof value === 'string') {
    const names = placeholdersIn(value);
    if (names.length > 0) found.push(placeholderAt([...path], names));
    return;
  }
  if (!isMapping(value) && !isList(value)) return;
  // What aliases share is one object, and one place is enough to name.
  if (seen.has(value)) return;
  seen.add(value);
  const step = (key: Step, item: unknown) => {
    path.push(key);
    visit(item, path, seen, found);
    path.pop();
  };
  if (isList(value)) {
    for (let index = 0; index < value.length; index += 1) step(index, value[index]);
    return;
  }
  for (const key of Object.keys(value)) if (!opaque.has(key)) step(key, value[key]);
}

function placeholderAt(path: Path, names: readonly string[]): Finding {
  return finding({
    rule: 'placeholder',
    effect: 'advice',
    message: `${names.join(', ')} still ${names.length === 1 ? 'stands' : 'stand'} for a real value`,
    why: 'Nobody but you knows what belongs there.',
    path,
  });
}
