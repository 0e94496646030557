import { type Path, samePath } from '../../yaml/path.ts';
import type { DocumentName } from '../documents/documents.ts';
import { isList, isMapping } from '../documents/plain.ts';
import { type Waiting, waitingIn } from '../documents/waiting-text.ts';
import { requiredOf } from './missing-value.ts';
import type { Model } from './model.ts';
import { once } from './once.ts';

export interface WaitingText {
  readonly document: DocumentName;
  readonly path: Path;
  readonly waiting: Waiting;
}

/** Texts of their own languages, in which brackets and braces mean something else. */
const opaque: ReadonlySet<string> = new Set(['args', 'command', 'config']);

/**
 * Every text of both files that is not yet what it will be, in their order; without what every
 * install needs, of which missing-value speaks.
 */
export const waitingTexts = once((model: Model): readonly WaitingText[] => {
  const required = requiredOf(model);
  const found: WaitingText[] = [];
  visit(model.values, 'values', [], new Set(), found);
  const others = found.filter(({ path }) => !required.some((one) => samePath(one.path, path)));
  visit(model.namespace.manifest, 'namespace', [], new Set(), others);
  return others;
});

/** `path` is one array for the whole visit: most texts are nothing to speak of. */
function visit(
  value: unknown,
  document: DocumentName,
  path: Path[number][],
  seen: Set<object>,
  found: WaitingText[],
): void {
  if (typeof value === 'string') {
    const waiting = waitingIn(value);
    if (waiting !== undefined) found.push({ document, path: [...path], waiting });
    return;
  }
  // What aliases share is one object, and one place is enough to name.
  if ((!isMapping(value) && !isList(value)) || seen.has(value)) return;
  seen.add(value);
  const step = (key: Path[number], item: unknown) => {
    path.push(key);
    visit(item, document, path, seen, found);
    path.pop();
  };
  if (isList(value)) {
    for (let index = 0; index < value.length; index += 1) step(index, value[index]);
    return;
  }
  for (const key of Object.keys(value)) if (!opaque.has(key)) step(key, value[key]);
}
