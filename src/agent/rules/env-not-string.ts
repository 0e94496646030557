import type { Path } from '../../yaml/path.ts';
import { isUnset, listOf, textOf, valueAt, valueIn } from '../documents/plain.ts';
import type { Finding } from './finding.ts';
import { type Model, sourceAt } from './model.ts';
import { pages } from './pages.ts';
import { refused } from './refused.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';

/**
 * The value of an environment variable is a string. Helm reads an unquoted `True` as a boolean
 * and `0` as a number, and the API server refuses either. An empty value is read as null, which
 * the API takes for an empty string: advice to say what is meant.
 */
const check: Check = (model) => [
  ...refused(model, 'env-not-string', ({ path }) => {
    const name = textOf(valueIn(model.values, [...path.slice(0, -1), 'name']));
    const value = valueIn(model.values, path);
    if (typeof value === 'object') return { message: `${name} must be a string` };
    const source = sourceAt(model, path) || String(value);
    return {
      message: `${name} must be a string: write "${source}" in quotes`,
      why: `Without quotes Helm reads a ${typeof value}, and the API server refuses the object.`,
      fix: valuesFix(`Quote the value of ${name}`, [{ op: 'set', path, value: source }]),
    };
  }),
  ...emptyValues(model),
];

export const envNotString: Rule = {
  id: 'env-not-string',
  summary: 'The value of an environment variable is not a text.',
  remedy: 'Put the value in quotes.',
  help: pages.environment,
  effects: ['rejected', 'advice'],
  check,
};

function emptyValues({ pods, values }: Model): readonly Finding[] {
  return pods.flatMap(({ pod }) => [
    ...(pod.component === 'sentinel'
      ? []
      : emptyIn(valueAt(values, 'commonEnv'), ['commonEnv'], pod.id)),
    ...pod.containers.flatMap(({ spec, path }) =>
      emptyIn(valueAt(spec, 'env'), [...path, 'env'], pod.id),
    ),
  ]);
}

function emptyIn(list: unknown, path: Path, pod: string): readonly Finding[] {
  return listOf(list).flatMap((variable, index) => {
    const isEmpty = valueAt(variable, 'value') === null && isUnset(valueAt(variable, 'valueFrom'));
    if (!isEmpty) return [];
    return [
      finding({
        rule: 'env-not-string',
        effect: 'advice',
        message: `${textOf(valueAt(variable, 'name'))} has no value: the variable will be empty`,
        why: 'Write "" if it is meant to be empty, so that a reader knows.',
        path: [...path, index, 'value'],
        pod,
      }),
    ];
  });
}
