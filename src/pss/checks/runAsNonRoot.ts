import type { Breach, Check } from '../check.ts';
import { nameContainers, nameSetters, setterFields, settersWhere } from '../setters.ts';
import type { SecurityFields, Subject, SubjectContainer } from '../subject.ts';
import { isSet } from '../values.ts';
import { unlessUserNamespace } from './exempt.ts';

/**
 * Containers must be made to run as a user other than root: each sets runAsNonRoot, or the pod
 * does for those that don't. An explicit false fails wherever it stands, even where every
 * container overrides it. A non-zero runAsUser is no substitute. Pods with a user namespace of
 * their own are exempt from v1.35 on; Windows pods are not.
 *
 * Fields: spec.securityContext.runAsNonRoot and that of every container.
 * Allowed: true; unset in containers if the pod says true; unset in the pod if they all do.
 */
export const runAsNonRoot: Check = {
  id: 'runAsNonRoot',
  level: 'restricted',
  versions: [
    { since: 0, check: requireNonRoot },
    {
      since: 35,
      check: unlessUserNamespace(requireNonRoot),
      change: {
        effect: 'looser',
        says: 'Pods with their own user namespace (hostUsers: false) need no runAsNonRoot.',
      },
    },
  ],
};

function requireNonRoot(subject: Subject): Breach | undefined {
  return forbidFalse(subject) ?? requireTrue(subject);
}

function forbidFalse(subject: Subject): Breach | undefined {
  const bad = settersWhere(subject, isFalse);
  if (bad === undefined) return undefined;
  return {
    reason: 'runAsNonRoot != true',
    detail: `${nameSetters(bad)} must not set securityContext.runAsNonRoot=false`,
    fields: setterFields(subject, bad, 'runAsNonRoot'),
  };
}

function requireTrue(subject: Subject): Breach | undefined {
  if (subject.security.runAsNonRoot === true) return undefined;
  const containers = subject.containers.filter(leavesOpen);
  if (containers.length === 0) return undefined;
  return {
    reason: 'runAsNonRoot != true',
    detail: `pod or ${nameContainers(containers)} must set securityContext.runAsNonRoot=true`,
    fields: setterFields(subject, { pod: true, containers }, 'runAsNonRoot'),
  };
}

function isFalse(security: SecurityFields): boolean {
  return security.runAsNonRoot === false;
}

function leavesOpen({ security }: SubjectContainer): boolean {
  return !isSet(security.runAsNonRoot);
}
