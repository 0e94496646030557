import type { Breach, Check } from '../check.ts';
import { containersAt, contextFields } from '../fields.ts';
import type { SecurityContext } from '../pod.ts';
import { indexesWhere, type Subject } from '../subject.ts';

/**
 * Containers must not be privileged: that switches off most of what isolates them.
 *
 * Fields: containers[*].securityContext.privileged. Allowed: unset, false.
 */
export const privileged: Check = {
  id: 'privileged',
  level: 'baseline',
  versions: [{ since: 0, check: forbidPrivileged }],
};

function forbidPrivileged(subject: Subject): Breach | undefined {
  const bad = indexesWhere(subject.contexts, isPrivileged);
  if (bad.length === 0) return undefined;
  return {
    reason: 'privileged',
    detail: `${containersAt(subject, bad)} must not set securityContext.privileged=true`,
    fields: contextFields(subject, bad, ['privileged']),
  };
}

function isPrivileged(context: SecurityContext): boolean {
  return context.privileged === true;
}
