import type { Path } from '../../yaml/path.ts';
import { isUnset, textOf, valueAt, valueIn } from '../documents/plain.ts';
import { waitingIn } from '../documents/waiting-text.ts';
import { dnsLabelSetting } from '../settings/settings.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { borneOut } from './refusals.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * Names of workers, volumes and containers, and the prefix of all names, become names of
 * Kubernetes objects: lower case letters, digits and hyphens, at most 63, a letter or digit at
 * both ends. Two workers of one name would be one Deployment rendered twice.
 * Source: RFC 1123 labels.
 */
const check: Check = once((model) => [
  ...borneOut(model, 'bad-name', prefix(model)),
  ...borneOut(model, 'bad-name', workers(model), ['resourceNamePrefix']),
  ...nameless(model),
  ...borneOut(model, 'bad-name', volumesAndContainers(model)),
  ...repeated(model),
]);

/** What is no name may still be part of one: the Deployment's, with the prefix in front. */
function workers({ pods }: Model): readonly Finding[] {
  return pods.flatMap(({ pod }) => {
    const name = valueAt(pod.spec, 'name');
    return pod.component !== 'worker' || isUnset(name) || name === ''
      ? []
      : checked(name, [...pod.path, 'name'], 'worker', pod.id);
  });
}

function nameless({ pods }: Model): readonly Finding[] {
  return pods.flatMap(({ pod }) => {
    const name = valueAt(pod.spec, 'name') ?? '';
    return pod.component === 'worker' && name === ''
      ? checked(name, [...pod.path, 'name'], 'worker', pod.id)
      : [];
  });
}

function volumesAndContainers({ pods }: Model): readonly Finding[] {
  return [
    ...pods.flatMap(({ pod }) => [
      ...pod.volumes.flatMap(({ name, path }) =>
        checked(name, [...path, 'name'], 'volume', pod.id),
      ),
      ...pod.containers.flatMap(({ kind, spec, path }) => {
        if (kind === 'agent') return [];
        const name = valueAt(spec, 'name');
        // The chart has a name of its own for the sidecar; it has none for passed-through containers.
        if (kind === 'sidecar' && isUnset(name)) return [];
        return checked(name ?? '', [...path, 'name'], 'container', pod.id);
      }),
    ]),
  ];
}

export const badName: Rule = {
  id: 'bad-name',
  summary: 'A name is not one that Kubernetes takes, or two workers share one.',
  remedy:
    'Use lower case letters, digits and hyphens, at most 63, with a letter or digit at both ends, and each name once.',
  help: pages.names,
  effects: ['rejected'],
  check,
};

function prefix({ values }: Model): readonly Finding[] {
  const path = ['resourceNamePrefix'];
  const value = valueIn(values, path);
  return isUnset(value) ? [] : checked(value, path, 'prefix');
}

function checked(name: unknown, path: Path, what: string, pod?: string): readonly Finding[] {
  if (typeof name !== 'string') return [];
  // What still waits for its value is said to do so by the rules of that name.
  if (waitingIn(name) !== undefined) return [];
  const problem = dnsLabelSetting.safeParse(name).error?.issues[0]?.message;
  if (problem === undefined) return [];
  return [
    finding({
      rule: 'bad-name',
      effect: 'rejected',
      message:
        name === ''
          ? `A ${what} has no name`
          : `"${name}" is no name for a ${what}: ${lowered(problem)}`,
      why: 'The API server refuses objects with such names.',
      path,
      pod,
    }),
  ];
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

function repeated({ pods }: Model): readonly Finding[] {
  const seen = new Set<string>();
  return pods.flatMap(({ pod }) => {
    const name = textOf(valueAt(pod.spec, 'name'));
    if (pod.component !== 'worker' || name === '') return [];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      finding({
        rule: 'bad-name',
        effect: 'rejected',
        message: `Another worker is called "${name}" already`,
        why: 'The chart would make the same Deployment twice, and Helm refuses that.',
        path: [...pod.path, 'name'],
        pod: pod.id,
      }),
    ];
  });
}
