import type { Breach, Check, Policy } from './check.ts';
import type { Pod } from './pod.ts';
import { checksOf } from './registry.ts';
import { subjectOf } from './subject.ts';

/** Why a check doesn't allow a pod, in the API server's words, and which fields to blame. */
export interface Violation extends Breach {
  readonly check: Check['id'];
  readonly level: Check['level'];
}

const NO_VIOLATIONS: readonly Violation[] = [];

/**
 * Judges a pod, as it is, by the Pod Security Standards: what the API server would say of the
 * same object after defaulting (see defaults.ts). No violations means that the policy allows it.
 *
 * Where a pod or a container may set a required field, the pod's field is listed first, as the
 * one place that serves all, followed by the same field of each container that lacks it.
 *
 * Never throws. Fields of the wrong type count as absent, so for input that nothing has checked
 * yet use judge(), which doesn't call such a pod admitted.
 */
export function evaluate(pod: Pod, policy: Policy): readonly Violation[] {
  const checks = checksOf(policy);
  const subject = subjectOf(pod);
  let violations: Violation[] | undefined;
  for (const { id, level, about, rule } of checks) {
    if ((about & subject.mentions) === 0) continue;
    const breach = rule(subject);
    if (breach === undefined) continue;
    violations ??= [];
    violations.push({
      check: id,
      level,
      reason: breach.reason,
      detail: breach.detail,
      fields: breach.fields,
    });
  }
  return violations ?? NO_VIOLATIONS;
}
