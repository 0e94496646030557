import { labelComplaints } from '../../kube/names.ts';
import type { Path } from '../../yaml/path.ts';
import { textOf, valueAt, valueIn } from '../documents/plain.ts';
import type { Refusal } from '../judge/deployment/refusals.ts';
import { dnsLabelSetting } from '../settings/settings.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { refused } from './refused.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * Names of workers, volumes and containers, and the prefix of all names, become names of
 * Kubernetes objects; which are none the API server says. Two workers of one name would be one
 * Deployment rendered twice, which Helm refuses.
 */
const check: Check = (model) => [
  ...refused(model, 'bad-name', ({ path, place, message }) => {
    const what = place[0] === 'metadata' ? ownerOf(path) : kindOf(place.at(-3));
    return { message: wordsFor(valueIn(model.values, path), what) ?? message };
  }),
  ...besidePrefix(model),
  ...repeated(model),
];

export const badName: Rule = {
  id: 'bad-name',
  summary: 'A name is not one that Kubernetes takes, or two workers share one.',
  remedy:
    'Use lower case letters, digits and hyphens, at most 63, with a letter or digit at both ends, and each name once.',
  help: pages.names,
  effects: ['rejected'],
  check,
};

function ownerOf(path: Path): string {
  return path[0] === 'resourceNamePrefix' ? 'prefix' : 'worker';
}

function kindOf(list: Path[number] | undefined): string {
  return list === 'volumes' ? 'volume' : 'container';
}

/** What is wrong with a name; undefined if it is one for itself, and wrong only within another. */
function wordsFor(value: unknown, what: string): string | undefined {
  const name = textOf(value);
  if (name === '') return `A ${what} has no name`;
  const problem = dnsLabelSetting.safeParse(name).error?.issues[0]?.message;
  return problem && `"${name}" is no name for a ${what}: ${lowered(problem)}`;
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** Of a Deployment's name both parts may be wrong, and the prefix alone is blamed. */
function besidePrefix({ refusals, values }: Model): readonly Finding[] {
  const named = refusals.filter(
    ({ pod, path }) => path[0] === 'resourceNamePrefix' && pod.component === 'worker',
  );
  const workers = new Map(named.map((refusal): [string, Refusal] => [refusal.pod.id, refusal]));
  return [...workers.values()].flatMap(({ pod }) => {
    const path = [...pod.path, 'name'];
    const name = textOf(valueIn(values, path));
    const message = labelComplaints(name).length === 0 ? undefined : wordsFor(name, 'worker');
    if (message === undefined) return [];
    const why = 'The API server refuses the Deployment, and no pod is made.';
    return [finding({ rule: 'bad-name', effect: 'rejected', message, why, path, pod: pod.id })];
  });
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
