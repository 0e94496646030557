import type { CheckId } from '../../../pss/index.ts';
import { CHECKS } from '../../../pss/registry.ts';
import type { Choice } from './decision.ts';

/**
 * The choice to keep what a check objects to and to enforce another level: made on step 1, since
 * it concerns every pod of the namespace.
 * @param what the thing that is kept: "a hostPath"
 */
export function leaveLevel(check: CheckId, what: string): Choice {
  const level = CHECKS.find(({ id }) => id === check)?.level;
  const looser = level === 'restricted' ? 'baseline or privileged' : 'privileged';
  return {
    id: 'leave-level',
    title: 'Keep it, and leave the level',
    consequence: `Only a namespace that enforces ${looser} takes ${what}. You set that in step 1, for all pods in it.`,
    label: 'Open step 1',
    changes: [],
    opens: 'namespace.enforce.level',
  };
}

/** Whether a rule is a check of the Pod Security Standards. */
export function isCheck(rule: string): rule is CheckId {
  return CHECKS.some(({ id }) => id === rule);
}
