import {
  changesAfter,
  compareLevels,
  LABEL_PREFIX,
  levelLabel,
  type Mode,
  type ModePolicy,
  type NamespacePolicy,
  type Version,
  versionLabel,
} from '../../pss/index.ts';
import { isUnset, textOf, valueAt } from '../documents/plain.ts';
import type { NamespaceFacts } from '../judge/namespace-facts.ts';
import type { Fix } from './finding.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

type Quiet = Exclude<Mode, 'enforce'>;

/** What a person misses when the mode does not see what enforce rejects. */
const consequences: Readonly<Record<Quiet, { readonly misses: string; readonly why: string }>> = {
  warn: {
    misses: 'pods are rejected that nobody was warned of',
    why: 'Only pods are rejected, never their Deployment: without its warning the install looks fine, and a ReplicaSet never starts.',
  },
  audit: {
    misses: 'pods are rejected whose Deployment left no note in the audit log',
    why: 'Only pods are rejected, never their Deployment: without its note the log does not say what brought them.',
  },
};

/**
 * A warn or audit label below what enforce rejects. A missing warn label follows a stricter
 * enforce label, one that is written does not.
 * Source: k8s.io/pod-security-admission/api/helpers.go, PolicyToEvaluate.
 */
const check: Check = ({ namespace }) => {
  const { policy } = namespace;
  // A label that cannot be read has its own finding, on its own line.
  const isReadable = (mode: Mode) =>
    !policy.errors.some(({ label }) => label === levelLabel(mode) || label === versionLabel(mode));
  if (!isReadable('enforce')) return [];
  return (['audit', 'warn'] as const).filter(isReadable).flatMap((mode) => {
    const label = quietLabel(namespace, mode);
    if (label === undefined) return [];
    const { misses, why } = consequences[mode];
    const isLevel = label === levelLabel(mode);
    return [
      finding({
        rule: 'quieter-than-enforce',
        effect: 'advice',
        message: `${mode} is ${policy[mode].text}, enforce ${policy.enforce.text}: ${misses}`,
        why,
        document: 'namespace',
        path: ['metadata', 'labels', label],
        field: `namespace.${mode}.${isLevel ? 'level' : 'version'}`,
        fix: raise(namespace, mode),
      }),
    ];
  });
};

export const quieterThanEnforce: Rule = {
  id: 'quieter-than-enforce',
  summary: 'The warn or audit mode lets pass what enforce rejects.',
  remedy: 'Give it the level and version of enforce.',
  help: pages.labels,
  effects: ['advice'],
  check,
};

/** The label that is written and keeps a mode from seeing what enforce rejects. */
function quietLabel({ labels, policy }: NamespaceFacts, mode: Quiet): string | undefined {
  if (isLower(policy, mode)) {
    const label = levelLabel(mode);
    return isUnset(valueAt(labels, label)) ? undefined : label;
  }
  return isOlder(policy[mode].version, policy.enforce) ? versionLabel(mode) : undefined;
}

function isLower(policy: NamespacePolicy, mode: Quiet): boolean {
  return compareLevels(policy[mode].level, policy.enforce.level) < 0;
}

/** Whether a version lacks checks of enforce's level that enforce's version makes. */
function isOlder(version: Version, enforce: ModePolicy): boolean {
  return changesAfter(version, enforce.level).some(
    ({ effect, since }) =>
      effect === 'stricter' && (enforce.version === 'latest' || since <= enforce.version),
  );
}

/** Raises the mode to enforce's level, and to its version where the present one is too old. */
function raise({ labels, policy }: NamespaceFacts, mode: Quiet): Fix {
  const { enforce } = policy;
  const version = textOf(valueAt(labels, versionLabel('enforce'))) || 'latest';
  const wanted = [
    ...(isLower(policy, mode) ? [{ key: mode, value: enforce.level }] : []),
    ...(isOlder(policy[mode].version, enforce) ? [{ key: `${mode}-version`, value: version }] : []),
  ];
  return {
    title: `Set ${wanted.map(({ key, value }) => `${key}: ${value}`).join(' and ')}`,
    changes: wanted.map(({ key, value }) => ({
      document: 'namespace',
      change: { op: 'set', path: ['metadata', 'labels', `${LABEL_PREFIX}${key}`], value },
    })),
  };
}
