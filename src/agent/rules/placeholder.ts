import type { Path } from '../../yaml/path.ts';
import type { Finding } from '../finding.ts';
import { isList, isMapping, type Mapping } from '../pods/plain.ts';
import { finding, type Rule } from './rule.ts';

/** Texts of their own languages, in which angle brackets mean something else. */
const opaque: ReadonlySet<string> = new Set(['args', 'command', 'config']);
const brackets = /<[A-Za-z][\w .-]*>/g;

/**
 * A value in angle brackets, such as `<registry-secret>`, still waits for the real one.
 */
export const placeholder: Rule = ({ values }) => {
  const found: Finding[] = [];
  visit(values, [], new Set(), found);
  return found;
};

function visit(value: unknown, path: Path, seen: Set<object>, found: Finding[]): void {
  if (typeof value === 'string') {
    const names = value.includes('<') ? (value.match(brackets) ?? []) : [];
    if (names.length > 0) found.push(placeholderAt(path, names));
    return;
  }
  if (!isMapping(value) && !isList(value)) return;
  // What aliases share is one object, and one place is enough to name.
  if (seen.has(value)) return;
  seen.add(value);
  if (isList(value)) {
    for (const [index, item] of value.entries()) visit(item, [...path, index], seen, found);
  } else visitMapping(value, path, seen, found);
}

function visitMapping(value: Mapping, path: Path, seen: Set<object>, found: Finding[]): void {
  for (const [key, item] of Object.entries(value)) {
    if (!opaque.has(key)) visit(item, [...path, key], seen, found);
  }
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
