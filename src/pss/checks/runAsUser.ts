import type { Breach, Check } from '../check.ts';
import { nameSetters, setterFields, settersWhere } from '../setters.ts';
import type { SecurityFields, Subject } from '../subject.ts';
import { unlessUserNamespace } from './exempt.ts';

/**
 * Containers must not run as user 0. The pod's value fails even where every container overrides
 * it. Pods with a user namespace of their own are exempt from v1.35 on.
 *
 * Fields: spec.securityContext.runAsUser and that of every container. Allowed: unset, non-zero.
 */
export const runAsUser: Check = {
  id: 'runAsUser',
  level: 'restricted',
  about: ['runAsUser'],
  versions: [
    {
      since: 23,
      check: forbidZero,
      change: {
        effect: 'stricter',
        says: 'Neither the pod nor a container may set runAsUser to 0.',
      },
    },
    {
      since: 35,
      check: unlessUserNamespace(forbidZero),
      change: {
        effect: 'looser',
        says: 'Pods with their own user namespace (hostUsers: false) may set runAsUser to 0.',
      },
    },
  ],
};

function forbidZero(subject: Subject): Breach | undefined {
  const bad = settersWhere(subject, isRoot);
  if (bad === undefined) return undefined;
  return {
    reason: 'runAsUser=0',
    detail: `${nameSetters(bad)} must not set runAsUser=0`,
    fields: setterFields(subject, bad, 'runAsUser'),
  };
}

function isRoot(security: SecurityFields): boolean {
  return security.runAsUser === 0;
}
