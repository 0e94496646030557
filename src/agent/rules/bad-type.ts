import type { Path } from '../../yaml/path.ts';
import { nameOf } from '../judge/pods/place-name.ts';
import { reaches } from '../judge/pods/reach.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A value of another type than its key takes: `runAsUser: "50000"`, `drop: ALL`, workers as a
 * mapping. Helm or the API server refuses the object, and what was meant must not be guessed.
 * Env values are env-not-string's.
 * Source: the Kubernetes API types.
 */
const check: Check = (model) =>
  model.wrongTypes.flatMap(({ path, expected, found }) =>
    isEnvValue(path) ? [] : wrong(model, path, `${nameOf(path)} must be ${expected}, not ${found}`),
  );

export const badType: Rule = {
  id: 'bad-type',
  summary: 'A value has another type than its key takes.',
  remedy:
    'Write a value of the type that the message names; mind quotes, which make a text of a number.',
  help: pages.helmValues,
  effects: ['rejected'],
  check,
};

function wrong(model: Model, path: Path, message: string): readonly Finding[] {
  const one = {
    rule: 'bad-type',
    effect: 'rejected',
    message,
    why: 'The chart or the API server refuses the object, and nothing of it is made.',
    path,
  } as const;
  const pods = podsAt(model, path);
  return pods.length === 0 ? [finding(one)] : pods.map((pod) => finding({ ...one, pod }));
}

function podsAt({ all }: Model, path: Path): readonly string[] {
  return all.filter((pod) => reaches(path, pod)).map(({ id }) => id);
}

export function isEnvValue(path: Path): boolean {
  return path.at(-1) === 'value' && (path.at(-3) === 'env' || path.at(-3) === 'commonEnv');
}
