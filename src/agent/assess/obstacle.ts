import { countPods } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Answers } from './decisions/answers.ts';
import { stillMissing } from './missing.ts';

/** What keeps an install from being ready. */
export type ObstacleKind =
  /** Pods that the API server would reject. */
  | 'pods rejected'
  /** What the API server refuses that is no pod's, such as the namespace. */
  | 'refused'
  | 'no pods'
  | 'pods unknown'
  | 'pods fail'
  /** What does not work that is no pod's. */
  | 'failing'
  /** What only audit or warn mode objects to. */
  | 'warned'
  /** Sources of values that nobody read, so that the whole is not known. */
  | 'open'
  /** Values that only a person knows, and of which nobody said that they come later. */
  | 'values';

export interface Obstacle {
  readonly kind: ObstacleKind;
  /** How many there are of it. */
  readonly count: number;
}

/**
 * The worst that keeps an install from being ready; undefined if nothing at all is left to do.
 * Every part of the page that says *Ready* asks here.
 * @param open how many sources of values nobody read
 */
export function obstacleOf(
  assessment: Assessment,
  answers: Answers,
  open = 0,
): Obstacle | undefined {
  const { pods, problems } = assessment;
  const counts = countPods(assessment);
  const having = (effect: string) => problems.filter((one) => one.effect === effect);
  const refused = having('rejected').filter(({ pods: touched }) => touched.length === 0);
  const found: readonly Obstacle[] = [
    { kind: 'pods rejected', count: counts.rejected },
    { kind: 'refused', count: refused.length },
    { kind: 'no pods', count: pods.length === 0 ? 1 : 0 },
    { kind: 'pods unknown', count: counts.unknown },
    { kind: 'pods fail', count: counts.fails },
    { kind: 'failing', count: having('fails').length },
    { kind: 'open', count: open },
    { kind: 'warned', count: having('warned').length },
    { kind: 'values', count: stillMissing(assessment, answers).length },
  ];
  return found.find(({ count }) => count > 0);
}
