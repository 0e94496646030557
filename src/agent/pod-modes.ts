import type { Judgement, Mode, NamespacePolicy } from '../pss/index.ts';
import { checksOf } from '../pss/registry.ts';
import { type JudgedPod, judgeVariants } from './rules/model.ts';

/** What each mode's policy makes of a pod: the worst under any way of reading the chart. */
export type PodModes = Readonly<Record<Mode, Judgement['verdict']>>;

/** Judges a pod by each mode's policy; those that make the same checks are judged once. */
export function podModes({ pod, judgements }: JudgedPod, policy: NamespacePolicy): PodModes {
  const { enforce, audit, warn } = policy;
  const verdict = (mode: NamespacePolicy['enforce']) =>
    worstOf(checksOf(mode) === checksOf(enforce) ? judgements : judgeVariants(pod, mode));
  return { enforce: worstOf(judgements), audit: verdict(audit), warn: verdict(warn) };
}

function worstOf(judgements: readonly Judgement[]): Judgement['verdict'] {
  const found = new Set(judgements.map(({ verdict }) => verdict));
  if (found.has('rejected')) return 'rejected';
  return found.has('unknown') ? 'unknown' : 'admitted';
}
