import { detailOf } from '../../pss/index.ts';
import { worstViolations } from '../judge/judged-pod.ts';
import { judgementOf, judgementOfUnbuilt, type PodJudgement } from '../judge/pod-judgement.ts';
import type { Finding } from '../rules/finding.ts';
import type { Model } from '../rules/model.ts';
import type { PodAssessment, Verdict } from './assessment.ts';

/** What becomes of each pod, in the chart's order: its judgement and what the rules found of it. */
export function podAssessments(
  { all, pods, namespace }: Model,
  findings: readonly Finding[],
): readonly PodAssessment[] {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.pod === undefined) continue;
    const known = found.get(finding.pod);
    if (known === undefined) found.set(finding.pod, [finding]);
    else known.push(finding);
  }
  const judged = new Map(pods.map((one) => [one.pod.id, one]));
  return all.map((pod) => {
    const own = found.get(pod.id) ?? [];
    if ('reason' in pod) {
      const judgement = judgementOfUnbuilt(pod, namespace.policy);
      return assessmentOf(judgement, own, pod.reason);
    }
    const one = judged.get(pod.id);
    if (one === undefined) throw new RangeError(`${pod.id} was built and not judged`);
    return assessmentOf(judgementOf(one), own);
  });
}

function assessmentOf(
  judgement: PodJudgement,
  findings: readonly Finding[],
  unbuilt?: string,
): PodAssessment {
  const { enforce } = judgement.modes;
  const violations = worstViolations(enforce);
  const isRefused = judgement.api.refused !== undefined;
  const ofPod = isRefused ? 'rejected' : enforce.verdict;
  const verdict = verdictOf(unbuilt === undefined ? ofPod : 'unbuilt', findings);
  const unknownReason = unbuilt ?? misshapenReason(judgement);
  const checks = new Set<string>(
    enforce.readings.flatMap((reading) => reading.violations.map(({ check }) => check)),
  );
  return {
    ...judgement,
    verdict,
    ...(verdict === 'unknown' && unknownReason !== undefined ? { unknownReason } : {}),
    detail: detailOf(violations),
    reasons: violations.map(({ reason }) => reason),
    refusals: findings
      .filter(({ effect, rule }) => effect === 'rejected' && !checks.has(rule))
      .map(({ message }) => message),
  };
}

function verdictOf(
  judged: 'admitted' | 'rejected' | 'unknown' | 'unbuilt',
  findings: readonly Finding[],
): Verdict {
  // What nobody knows the shape of is not even known to be refused.
  if (judged === 'unbuilt') return 'unknown';
  const has = (effect: Finding['effect']) => findings.some((one) => one.effect === effect);
  if (judged === 'rejected' || has('rejected')) return 'rejected';
  if (judged === 'unknown') return 'unknown';
  return has('fails') ? 'fails' : 'admitted';
}

function misshapenReason({ modes }: PodJudgement): string | undefined {
  const { readings } = modes.enforce;
  const waiting = readings.find((one) => one.waiting !== undefined)?.waiting;
  if (waiting !== undefined) {
    return `${waiting.path.join('.')} is not known until ${waiting.names.join(', ')} is filled in.`;
  }
  const [misshapen] = readings.flatMap(({ shapeErrors }) => shapeErrors);
  return misshapen && `${misshapen.path.join('.')} must be ${misshapen.expected}.`;
}
