import type { Policy } from './check.ts';
import { evaluate, type Violation } from './evaluate.ts';
import type { Pod } from './pod.ts';
import { type ShapeError, shapeErrors } from './shape.ts';

export interface Judgement {
  /** `unknown`: nothing is violated, but the API server couldn't even decode the pod. */
  readonly verdict: 'admitted' | 'rejected' | 'unknown';
  readonly violations: readonly Violation[];
  readonly shapeErrors: readonly ShapeError[];
}

/**
 * Judges anything that claims to be a pod. What can't be judged is never admitted: a field of the
 * wrong type among those that the checks read makes the verdict unknown, unless the rest of the
 * pod is enough to reject it.
 */
export function judge(pod: unknown, policy: Policy): Judgement {
  const errors = shapeErrors(pod);
  const object: Pod = typeof pod === 'object' && pod !== null ? pod : {};
  const violations = evaluate(object, policy);
  return { verdict: verdictOf(violations, errors), violations, shapeErrors: errors };
}

function verdictOf(
  violations: readonly Violation[],
  errors: readonly ShapeError[],
): Judgement['verdict'] {
  if (violations.length > 0) return 'rejected';
  return errors.length > 0 ? 'unknown' : 'admitted';
}
