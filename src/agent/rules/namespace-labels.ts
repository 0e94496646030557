import { compareLevels, levelLabel } from '../../pss/index.ts';
import { isUnset, valueAt } from '../documents/plain.ts';
import type { NamespaceFacts } from '../judge/namespace-facts.ts';
import type { Finding } from './finding.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * The Pod Security labels of the namespace: one that the API server cannot read makes it refuse
 * the namespace, and a level below restricted leaves out what this program is for.
 * Source: k8s.io/pod-security-admission/api/helpers.go.
 */
const check: Check = ({ namespace }) => [...unreadable(namespace), ...tooLow(namespace)];

export const namespaceLabels: Rule = {
  id: 'namespace-labels',
  summary:
    'A Pod Security label of the namespace cannot be read, or less than restricted is enforced.',
  remedy: 'Set pod-security.kubernetes.io/enforce: restricted.',
  help: pages.labels,
  effects: ['rejected', 'advice'],
  check,
};

function unreadable({ policy, labels }: NamespaceFacts): readonly Finding[] {
  return policy.errors.map(({ label, message }) =>
    finding({
      rule: 'namespace-labels',
      effect: 'rejected',
      message:
        typeof valueAt(labels, label) === 'string'
          ? message
          : `metadata.labels[${label}] must be a string`,
      why: 'The API server refuses to create a namespace with such a label.',
      document: 'namespace',
      path: ['metadata', 'labels', label],
    }),
  );
}

function tooLow({ policy, labels }: NamespaceFacts): readonly Finding[] {
  const { level } = policy.enforce;
  const label = levelLabel('enforce');
  if (compareLevels(level, 'restricted') >= 0) return [];
  const allowed =
    level === 'baseline'
      ? 'pods may run as root, keep capabilities and do without a seccomp profile'
      : 'any pod is admitted, however privileged';
  return [
    finding({
      rule: 'namespace-labels',
      effect: 'advice',
      message: isUnset(valueAt(labels, label))
        ? `No level is enforced: ${allowed}`
        : `Only ${level} is enforced: ${allowed}`,
      why: 'Only the restricted level keeps such pods out.',
      document: 'namespace',
      path: ['metadata', 'labels', label],
      fix: {
        title: 'Set enforce: restricted',
        changes: [
          {
            document: 'namespace',
            change: { op: 'set', path: ['metadata', 'labels', label], value: 'restricted' },
          },
        ],
      },
    }),
  ];
}
