import {
  type Judgement,
  judge,
  type Mode,
  type ModePolicy,
  type NamespacePolicy,
  type Violation,
} from '../../pss/index.ts';
import type { Pod } from '../../pss/pod.ts';
import { checksOf } from '../../pss/registry.ts';
import type { Mapping } from '../documents/plain.ts';
import { bestCase, type WaitingPlace } from './best-case.ts';
import { type DeploymentJudgement, judgedDeployment } from './deployment/judged-deployment.ts';
import type { ChartPod } from './pods/chart-pod.ts';

/** A pod under one way of reading the chart, as a policy judges it. */
export interface Reading extends Judgement {
  /** What the verdict hangs on and nobody knows yet; then it is unknown. */
  readonly waiting?: WaitingPlace;
}

/** What the policy of one mode makes of a pod. */
export interface ModeJudgement {
  readonly policy: ModePolicy;
  /**
   * Over all ways of reading the chart: rejected if it is under any, unknown if it cannot be
   * judged under any, and admitted only if it is under each.
   */
  readonly verdict: Judgement['verdict'];
  /** One for each of the pod's variants; none for a pod that could not be built. */
  readonly readings: readonly Reading[];
  /** Index of the reading with the most violations, the first of several: the one to be shown. */
  readonly worst: number;
}

export type PodModes = Readonly<Record<Mode, ModeJudgement>>;

/**
 * A pod with what each mode's policy makes of it, and the API server of its Deployment before:
 * judged here, and nowhere else.
 */
export interface JudgedPod {
  readonly pod: ChartPod;
  readonly modes: PodModes;
  readonly api: DeploymentJudgement;
}

/**
 * Judges every variant of a pod by every mode's policy, and its Deployment; modes that make the
 * same checks share.
 */
export function judgedPod(pod: ChartPod, values: Mapping, policy: NamespacePolicy): JudgedPod {
  const enforce = modeJudgement(pod, policy.enforce);
  const unlessShared = (mode: ModePolicy): ModeJudgement =>
    checksOf(mode) === checksOf(policy.enforce)
      ? { ...enforce, policy: mode }
      : modeJudgement(pod, mode);
  return {
    pod,
    modes: { enforce, audit: unlessShared(policy.audit), warn: unlessShared(policy.warn) },
    api: judgedDeployment(pod, values),
  };
}

/** The judgement of a pod that could not be built: unknown, whatever the policy. */
export function unjudgedModes(policy: NamespacePolicy): PodModes {
  const unknown = (mode: Mode): ModeJudgement => ({
    policy: policy[mode],
    verdict: 'unknown',
    readings: [],
    worst: 0,
  });
  return { enforce: unknown('enforce'), audit: unknown('audit'), warn: unknown('warn') };
}

/** What is wrong under the reading that is shown; empty if nothing is. */
export function worstViolations({ readings, worst }: ModeJudgement): readonly Violation[] {
  return readings[worst]?.violations ?? [];
}

function modeJudgement({ variants }: ChartPod, policy: ModePolicy): ModeJudgement {
  const readings = variants.map(({ pod }) => reading(pod, policy));
  let worst = 0;
  for (const [index, { violations }] of readings.entries()) {
    if (violations.length > (readings[worst]?.violations.length ?? 0)) worst = index;
  }
  return { policy, verdict: verdictOver(readings), readings, worst };
}

/** What is still filled in is taken for the best, and a verdict that hangs on it is unknown. */
function reading(pod: Pod, policy: ModePolicy): Reading {
  const best = bestCase(pod);
  const judgement = judge(best.pod, policy);
  const [waiting] = best.waiting;
  if (waiting === undefined || judgement.verdict !== 'admitted') return judgement;
  return judge(pod, policy).verdict === 'admitted'
    ? judgement
    : { ...judgement, verdict: 'unknown', waiting };
}

function verdictOver(readings: readonly Judgement[]): Judgement['verdict'] {
  const has = (verdict: Judgement['verdict']) => readings.some((one) => one.verdict === verdict);
  if (has('rejected')) return 'rejected';
  return has('unknown') ? 'unknown' : 'admitted';
}
