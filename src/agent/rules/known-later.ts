import type { Path } from '../../yaml/path.ts';
import { textOf, valueAt, valueIn } from '../documents/plain.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';
import { waitingTexts } from './waiting-texts.ts';

/**
 * A text that a tool fills in before Helm sees it: Flux's `${VAR}`, Argo CD's `{{cluster}}`,
 * Jinja. Whether it is right nobody knows until then; where the verdict hangs on it, that is
 * unknown, too.
 */
const check: Check = (model) =>
  waitingTexts(model).flatMap(({ document, path, waiting }) => {
    if (waiting.kind !== 'substitution') return [];
    const data = document === 'values' ? model.values : model.namespace.manifest;
    const names = waiting.names.filter((name) => !isFilledInPod(name, data, path));
    if (names.length === 0) return [];
    return [
      finding({
        rule: 'known-later',
        effect: 'advice',
        message: `${[...new Set(names)].join(', ')} is filled in later: unknown until then`,
        why: 'Nobody can say now whether what comes out will be taken.',
        document,
        path,
      }),
    ];
  });

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
