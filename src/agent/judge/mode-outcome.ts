import type { Mode, NamespacePolicy } from '../../pss/index.ts';
import type { PodJudgement } from './pod-judgement.ts';

/** What one mode of Pod Security admission does to the pods of the files as they are. */
export interface ModeOutcome {
  /** Whether the mode's level makes any check: privileged makes none. */
  readonly checks: boolean;
  /** How many pods there are. */
  readonly all: number;
  /** The pods that break its policy, in the chart's order: rejected, noted or warned of. */
  readonly breaking: readonly string[];
  /** How many of these are not even asked for, since their Deployment is refused before. */
  readonly refused: number;
  /** How many pods cannot be judged. */
  readonly unknown: number;
}

interface Judged {
  readonly policy: NamespacePolicy;
  readonly pods: readonly PodJudgement[];
}

/** Counts what a mode does to the pods. Other reasons to refuse a pod are not a mode's. */
export function modeOutcome({ policy, pods }: Judged, mode: Mode): ModeOutcome {
  const checks = policy[mode].level !== 'privileged';
  const unknown = pods.filter(({ modes }) => modes[mode].verdict === 'unknown');
  const breaking = pods.filter(({ modes }) => modes[mode].verdict === 'rejected');
  return {
    checks,
    all: pods.length,
    breaking: breaking.map(({ id }) => id),
    refused: breaking.filter(({ api }) => api.refused !== undefined).length,
    unknown: checks ? unknown.length : 0,
  };
}
