import type { Breach, Check } from '../check.ts';
import { contextField } from '../fields.ts';
import { nameContainers } from '../setters.ts';
import type { Subject, SubjectContainer } from '../subject.ts';

/**
 * Containers must not be privileged: that switches off most of what isolates them.
 *
 * Fields: containers[*].securityContext.privileged. Allowed: unset, false.
 */
export const privileged: Check = {
  id: 'privileged',
  level: 'baseline',
  about: ['privileged'],
  versions: [{ since: 0, check: forbidPrivileged }],
};

function forbidPrivileged({ containers }: Subject): Breach | undefined {
  const bad = containers.filter(isPrivileged);
  if (bad.length === 0) return undefined;
  return {
    reason: 'privileged',
    detail: `${nameContainers(bad)} must not set securityContext.privileged=true`,
    fields: bad.map((container) => contextField(container, 'privileged')),
  };
}

function isPrivileged({ security }: SubjectContainer): boolean {
  return security.privileged === true;
}
