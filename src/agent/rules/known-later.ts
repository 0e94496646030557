import type { Path } from '../../yaml/path.ts';
import { type DocumentName, documentNames } from '../documents/documents.ts';
import { textOf, valueAt, valueIn } from '../documents/plain.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';
import { waitingTexts } from './waiting-texts.ts';

/**
 * A text that a tool fills in before Helm sees it: Flux's `${VAR}`, Argo CD's `{{cluster}}`,
 * Jinja. Whether it is right nobody knows until then; where the verdict hangs on it, that is
 * unknown, too.
 */
const check: Check = (model) => {
  const later = waitingTexts(model).flatMap(({ document, path, waiting }): readonly Later[] => {
    if (waiting.kind !== 'substitution' || path[0] === 'sops') return [];
    const data = document === 'values' ? model.values : model.namespace.manifest;
    const names = waiting.names.filter((name) => !isFilledInPod(name, data, path));
    return names.length === 0 ? [] : [{ document, path, names }];
  });
  return documentNames.flatMap((name) => listed(later.filter(({ document }) => document === name)));
};

interface Later {
  readonly document: DocumentName;
  readonly path: Path;
  readonly names: readonly string[];
}

/** Each place in the same words, with what is to be filled in anywhere: so they are one problem. */
function listed(later: readonly Later[]): readonly Finding[] {
  const names = [...new Set(later.flatMap((one) => one.names))];
  return later.map(({ document, path }) =>
    finding({
      rule: 'known-later',
      effect: 'advice',
      message: `Still to be filled in: ${names.join(', ')}`,
      why: 'Nobody can say now whether what comes out will be taken.',
      document,
      path,
    }),
  );
}

export const knownLater: Rule = {
  id: 'known-later',
  summary: 'A value is filled in later, and unknown until then.',
  remedy: 'See that what fills it in runs before Helm, and check the result as well.',
  help: pages.helmValues,
  effects: ['advice'],
  check,
};

/** Airflow fills in its own options at run time, and injectors fill in what annotations hold. */
function isFilledInPod(name: string, data: unknown, path: Path): boolean {
  if (!name.startsWith('{')) return false;
  if (path.includes('annotations')) return true;
  const variable = valueAt(valueIn(data, path.slice(0, -1)), 'name');
  return path.at(-1) === 'value' && textOf(variable).startsWith('AIRFLOW__');
}
