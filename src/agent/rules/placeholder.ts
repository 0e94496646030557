import { type Path, samePath } from '../../yaml/path.ts';
import type { DocumentName } from '../documents/documents.ts';
import { placeholdersIn } from '../documents/placeholder-text.ts';
import type { Finding } from './finding.ts';
import { requiredOf } from './missing-value.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';
import { eachText } from './texts.ts';

/**
 * A value in angle brackets, such as `<registry-secret>`, still waits for the real one. Of what
 * every install needs, missing-value says so.
 */
const check: Check = (model) => {
  const required = requiredOf(model);
  const found: Finding[] = [];
  eachText(model.values, (text, path) => {
    const names = placeholdersIn(text);
    if (names.length === 0 || required.some((one) => samePath(one.path, path))) return;
    found.push(placeholderAt('values', [...path], names));
  });
  eachText(model.namespace.manifest, (text, path) => {
    const names = placeholdersIn(text);
    if (names.length > 0) found.push(placeholderAt('namespace', [...path], names));
  });
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

function placeholderAt(document: DocumentName, path: Path, names: readonly string[]): Finding {
  return finding({
    rule: 'placeholder',
    effect: 'advice',
    message: `${names.join(', ')} still ${names.length === 1 ? 'stands' : 'stand'} for a real value`,
    why: 'Nobody but you knows what belongs there.',
    document,
    path,
  });
}
