import type { Judgement, Mode } from '../../pss/index.ts';
import type { JudgedPod } from '../rules/model.ts';

/** What each mode's policy makes of a pod: the worst under any way of reading the chart. */
export type PodModes = Readonly<Record<Mode, Judgement['verdict']>>;

export function podModes({ byMode: { enforce, audit, warn } }: JudgedPod): PodModes {
  return { enforce: worstOf(enforce), audit: worstOf(audit), warn: worstOf(warn) };
}

function worstOf(judgements: readonly Judgement[]): Judgement['verdict'] {
  const found = new Set(judgements.map(({ verdict }) => verdict));
  if (found.has('rejected')) return 'rejected';
  return found.has('unknown') ? 'unknown' : 'admitted';
}
