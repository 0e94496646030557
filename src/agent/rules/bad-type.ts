import type { Path } from '../../yaml/path.ts';
import { kindOf } from '../chart/schema/chart-schema.ts';
import { valueIn } from '../documents/plain.ts';
import type { Refusal } from '../judge/deployment/refusals.ts';
import { nameOf } from '../judge/pods/place-name.ts';
import { reaches } from '../judge/pods/reach.ts';
import type { Finding, Fix } from './finding.ts';
import { type Model, sourceAt } from './model.ts';
import { pages } from './pages.ts';
import { refused } from './refused.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';
import { wantedWords } from './wanted-words.ts';

/**
 * A value of another type than its key takes, or of none that it takes: `runAsUser: "50000"`,
 * `drop: ALL`, workers as a mapping. The API server says of what it is handed, Helm and the chart's
 * templates of the rest; what was meant must not be guessed, but for quotes.
 */
const check: Check = (model) => {
  const ofApi = refused(model, 'bad-type', (refusal) => ({
    message: wordsFor(model, refusal),
    fix: quoting(model, refusal),
  }));
  const order = model.all.map(({ id }) => id);
  const rank = ({ pod = '' }: Finding) => order.indexOf(pod);
  const inOrder = [...ofApi, ...alsoUnbuilt(model, ofApi)].sort((a, b) => rank(a) - rank(b));
  return [...ofChart(model), ...inOrder];
};

export const badType: Rule = {
  id: 'bad-type',
  summary: 'A value has another type than its key takes.',
  remedy:
    'Write a value of the type that the message names; mind quotes, which make a text of a number.',
  help: pages.helmValues,
  effects: ['rejected'],
  check,
};

function ofChart(model: Model): readonly Finding[] {
  return model.wrongTypes.flatMap(({ path, expected, found }) => {
    const one = {
      rule: 'bad-type',
      effect: 'rejected',
      message: `${nameOf(path)} must be ${expected}, not ${found}`,
      why: 'The chart or the API server refuses the object, and nothing of it is made.',
      path,
    } as const;
    const pods = podsAt(model, path);
    return pods.length === 0 ? [finding(one)] : pods.map((pod) => finding({ ...one, pod }));
  });
}

function podsAt({ all }: Model, path: Path): readonly string[] {
  return all.filter((pod) => reaches(path, pod)).map(({ id }) => id);
}

/** A place that the API server refuses reaches pods of which nothing else is known, too. */
function alsoUnbuilt({ all }: Model, found: readonly Finding[]): readonly Finding[] {
  const places = new Map(found.map((one) => [JSON.stringify([one.path, one.message]), one]));
  return [...places.values()].flatMap((one) =>
    all
      .filter((pod) => 'reason' in pod && reaches(one.path, pod))
      .map(({ id }) => ({ ...one, pod: id })),
  );
}

/** The type that is wanted and what stands there; of a number out of range the server's words. */
function wordsFor({ values }: Model, { path, wanted, message }: Refusal): string {
  const value = valueIn(values, path);
  const isOutOfRange = wanted?.wanted.startsWith('int') && Number.isInteger(value);
  if (wanted === undefined || isOutOfRange) return message;
  return `${nameOf(path)} must be ${wantedWords(wanted)}, not ${kindOf(value)}`;
}

/** What is a text but for its quotes: a label that is `1`, an argument that is `true`. */
function quoting(model: Model, { path, wanted }: Refusal): Fix | undefined {
  const value = valueIn(model.values, path);
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  if (wanted?.wanted !== 'string' || !isPlain) return undefined;
  const source = sourceAt(model, path) || String(value);
  return valuesFix(`Quote the value of ${nameOf(path)}`, [{ op: 'set', path, value: source }]);
}
