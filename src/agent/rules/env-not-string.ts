import type { Path } from '../../yaml/path.ts';
import { isUnset, listOf, textOf, valueAt } from '../documents/plain.ts';
import type { Finding } from './finding.ts';
import { type Model, sourceAt } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { borneOut } from './refusals.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';

/**
 * The value of an environment variable is a string. Helm reads an unquoted `True` as a boolean
 * and `0` as a number, and the API server refuses either. An empty value is read as null, which
 * the API takes for an empty string: advice to say what is meant.
 * Source: Kubernetes' EnvVar (`cannot unmarshal bool into Go struct field EnvVar.value of type
 * string`).
 */
const check: Check = once((model) => borneOut(model, 'env-not-string', untexts(model)));

function untexts(model: Model): readonly Finding[] {
  const agents = model.pods.filter(({ pod }) => pod.component !== 'sentinel');
  return [
    ...agents.flatMap(({ pod }) => inList(model, ['commonEnv'], pod.id)),
    ...model.pods.flatMap(({ pod }) =>
      pod.containers.flatMap(({ spec, path }) =>
        inList(model, [...path, 'env'], pod.id, valueAt(spec, 'env')),
      ),
    ),
  ];
}

export const envNotString: Rule = {
  id: 'env-not-string',
  summary: 'The value of an environment variable is not a text.',
  remedy: 'Put the value in quotes.',
  help: pages.environment,
  effects: ['rejected', 'advice'],
  check,
};

function inList(
  model: Model,
  path: Path,
  pod: string,
  list = valueAt(model.values, 'commonEnv'),
): readonly Finding[] {
  return listOf(list).flatMap((variable, index) => {
    const value = valueAt(variable, 'value');
    if (value === undefined || typeof value === 'string' || typeof value === 'object') {
      return value === null && isUnset(valueAt(variable, 'valueFrom'))
        ? [emptyValue(textOf(valueAt(variable, 'name')), [...path, index, 'value'], pod)]
        : [];
    }
    const place = [...path, index, 'value'];
    const name = textOf(valueAt(variable, 'name'));
    const source = sourceAt(model, place) || String(value);
    return [
      finding({
        rule: 'env-not-string',
        effect: 'rejected',
        message: `${name} must be a string: write "${source}" in quotes`,
        why: `Without quotes Helm reads a ${typeof value}, and the API server refuses the object.`,
        path: place,
        pod,
        fix: valuesFix(`Quote the value of ${name}`, [{ op: 'set', path: place, value: source }]),
      }),
    ];
  });
}

function emptyValue(name: string, path: Path, pod: string): Finding {
  return finding({
    rule: 'env-not-string',
    effect: 'advice',
    message: `${name} has no value: the variable will be empty`,
    why: 'Write "" if it is meant to be empty, so that a reader knows.',
    path,
    pod,
  });
}
