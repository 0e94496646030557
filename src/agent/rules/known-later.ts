import { type Path, samePath } from '../../yaml/path.ts';
import type { DocumentName } from '../documents/documents.ts';
import { textOf, valueAt, valueIn } from '../documents/plain.ts';
import { waitingIn } from '../documents/waiting-text.ts';
import type { Finding } from './finding.ts';
import { requiredOf } from './missing-value.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';
import { eachText } from './texts.ts';

/**
 * A text that a tool fills in before Helm sees it: Flux's `${VAR}`, Argo CD's `{{cluster}}`,
 * Jinja. Whether it is right nobody knows until then; where the verdict hangs on it, that is
 * unknown, too. Of what every install needs, missing-value says so.
 */
const check: Check = (model) => {
  const required = requiredOf(model);
  return [
    ...laterIn(model.values, 'values').filter(
      ({ path }) => !required.some((one) => samePath(one.path, path)),
    ),
    ...laterIn(model.namespace.manifest, 'namespace'),
  ];
};

export const knownLater: Rule = {
  id: 'known-later',
  summary: 'A value is filled in later, and unknown until then.',
  remedy: 'See that what fills it in runs before Helm, and check the result as well.',
  help: pages.helmValues,
  effects: ['advice'],
  check,
};

function laterIn(data: unknown, document: DocumentName): readonly Finding[] {
  const found: Finding[] = [];
  eachText(data, (text, path) => {
    const waiting = waitingIn(text);
    if (waiting?.kind !== 'substitution') return;
    const names = waiting.names.filter((name) => !isFilledInPod(name, data, path));
    if (names.length > 0) found.push(laterAt(document, [...path], names));
  });
  return found;
}

/** Airflow fills in its own options at run time, and injectors fill in what annotations hold. */
function isFilledInPod(name: string, data: unknown, path: Path): boolean {
  if (!name.startsWith('{')) return false;
  if (path.includes('annotations')) return true;
  const variable = valueAt(valueIn(data, path.slice(0, -1)), 'name');
  return path.at(-1) === 'value' && textOf(variable).startsWith('AIRFLOW__');
}

function laterAt(document: DocumentName, path: Path, names: readonly string[]): Finding {
  return finding({
    rule: 'known-later',
    effect: 'advice',
    message: `${[...new Set(names)].join(', ')} is filled in later: unknown until then`,
    why: 'Nobody can say now whether what comes out will be taken.',
    document,
    path,
  });
}
