import type { Path } from '../../yaml/path.ts';
import { valueIn } from '../documents/plain.ts';
import { nameOf } from '../judge/pods/place-name.ts';
import { reaches } from '../judge/pods/reach.ts';
import type { Finding } from './finding.ts';
import { hasWrongType, type Model } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { refusalsOf } from './refusals.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A value of another type than its key takes: `runAsUser: "50000"`, `drop: ALL`, workers as a
 * mapping. Helm or the API server refuses the object, and what was meant must not be guessed.
 * Env values are env-not-string's.
 * Source: the Kubernetes API types.
 */
const check: Check = once((model) => [
  ...model.wrongTypes.flatMap(({ path, expected, found }) =>
    isEnvText(model, path)
      ? []
      : wrong(model, path, `${nameOf(path)} must be ${expected}, not ${found}`),
  ),
  ...undecodable(model),
]);

export const badType: Rule = {
  id: 'bad-type',
  summary: 'A value has another type than its key takes.',
  remedy:
    'Write a value of the type that the message names; mind quotes, which make a text of a number.',
  help: pages.helmValues,
  effects: ['rejected'],
  check,
};

/** What only the types of Kubernetes tell, in its words. */
function undecodable(model: Model): readonly Finding[] {
  return refusalsOf(model).flatMap(({ rule, path, message, pod }) =>
    rule !== 'bad-type' || hasWrongType(model, path)
      ? []
      : [
          finding({
            rule: 'bad-type',
            effect: 'rejected',
            message,
            why: 'The API server cannot read the Deployment, and nothing of it is made.',
            path,
            pod: pod.id,
          }),
        ],
  );
}

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

/** An env value that would be right in quotes: env-not-string's to say. */
function isEnvText({ values }: Model, path: Path): boolean {
  const isEnvValue =
    path.at(-1) === 'value' && (path.at(-3) === 'env' || path.at(-3) === 'commonEnv');
  return isEnvValue && typeof valueIn(values, path) !== 'object';
}
