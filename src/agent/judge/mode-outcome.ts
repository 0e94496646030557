import type { Mode } from '../../pss/index.ts';
import type { Assessment } from '../assess/assessment.ts';
import { namespacePolicy } from './namespace-policy.ts';

/** What one mode of Pod Security admission does to the pods of the files as they are. */
export interface ModeOutcome {
  /** Whether the mode's level makes any check: privileged makes none. */
  readonly checks: boolean;
  /** How many pods there are. */
  readonly all: number;
  /** The pods that break its policy, in the chart's order: rejected, noted or warned of. */
  readonly breaking: readonly string[];
  /** How many pods cannot be judged. */
  readonly unknown: number;
}

/** Counts what a mode does to the pods. Other reasons to refuse a pod are not a mode's. */
export function modeOutcome({ pods, trees }: Assessment, mode: Mode): ModeOutcome {
  const { level } = namespacePolicy(trees.namespace)[mode];
  const checks = level !== 'privileged';
  return {
    checks,
    all: pods.length,
    breaking: pods.filter(({ modes }) => modes[mode] === 'rejected').map(({ id }) => id),
    unknown: checks ? pods.filter(({ modes }) => modes[mode] === 'unknown').length : 0,
  };
}
