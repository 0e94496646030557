import type { Breach, Check } from '../check.ts';
import { contextField } from '../fields.ts';
import { nameContainers } from '../setters.ts';
import type { Subject, SubjectContainer } from '../subject.ts';
import { unlessWindows } from './exempt.ts';

/**
 * Every container must say that its processes gain no privileges beyond their parent's. The
 * default is to allow it, so leaving it out fails; there is no pod-level field to inherit.
 * Windows pods are exempt from v1.25 on.
 *
 * Fields: containers[*].securityContext.allowPrivilegeEscalation. Allowed: false.
 */
export const allowPrivilegeEscalation: Check = {
  id: 'allowPrivilegeEscalation',
  level: 'restricted',
  versions: [
    {
      since: 8,
      check: requireFalse,
      change: {
        effect: 'stricter',
        says: 'Every container must set allowPrivilegeEscalation to false.',
      },
    },
    {
      since: 25,
      check: unlessWindows(requireFalse),
      change: {
        effect: 'looser',
        says: 'Windows pods no longer have to set allowPrivilegeEscalation.',
      },
    },
  ],
};

function requireFalse({ containers }: Subject): Breach | undefined {
  const bad = containers.filter(mayEscalate);
  if (bad.length === 0) return undefined;
  return {
    reason: 'allowPrivilegeEscalation != false',
    detail: `${nameContainers(bad)} must set securityContext.allowPrivilegeEscalation=false`,
    fields: bad.map((container) => contextField(container, 'allowPrivilegeEscalation')),
  };
}

function mayEscalate({ security }: SubjectContainer): boolean {
  return security.allowPrivilegeEscalation !== false;
}
