import type { Path } from '../../yaml/path.ts';
import { type UnknownKey, unknownKeys } from '../chart/schema/chart-schema.ts';
import { type Mapping, valueIn } from '../documents/plain.ts';
import { nameOf } from '../judge/pods/place-name.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * The chart has no strict schema: a key that it does not know is ignored in silence. Keys that
 * this program does not know may still be right, for a newer chart.
 * Source: the chart as its documentation and real values files show it, July 2026.
 */
const check: Check = ({ values }) =>
  unknownKeys(values)
    .filter(({ path }) => !isOfSops(values, path))
    .map((unknown) =>
      finding({
        rule: 'unknown-key',
        effect: 'advice',
        message: `${placeOf(unknown.path)}: the chart is not known to have this key${meant(unknown)}`,
        why: 'The chart ignores keys that it does not know, without a word.',
        path: unknown.path,
      }),
    );

/** SOPS takes its own key out again before Helm reads the file. */
function isOfSops(values: Mapping, path: Path): boolean {
  return path[0] === 'sops' && valueIn(values, ['sops', 'mac']) !== undefined;
}

export const unknownKey: Rule = {
  id: 'unknown-key',
  summary: 'The chart is not known to have this key, and ignores it if it has not.',
  remedy: 'Check the key’s spelling and place.',
  help: pages.helmValues,
  effects: ['advice'],
  check,
};

function placeOf(path: Path): string {
  const key = `"${path.at(-1)}"`;
  return path.length === 1 ? key : `${key} of ${nameOf(path.slice(0, -1))}`;
}

function meant({ nearest, belongsAt }: UnknownKey): string {
  if (nearest !== undefined) return `; did you mean "${nearest}"?`;
  return belongsAt === undefined ? '' : `; does it belong to ${nameOf(belongsAt.slice(0, -1))}?`;
}
