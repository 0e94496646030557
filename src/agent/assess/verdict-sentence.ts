import type { Assessment, PodAssessment } from './assessment.ts';

export interface VerdictSentence {
  readonly tone: 'rejected' | 'fails' | 'admitted';
  /** Before the policy: "3 of 4 pods would be rejected by". */
  readonly before: string;
  readonly policy: string;
  /** After the policy: ", 2 fail after they start". */
  readonly after: string;
}

function count(pods: readonly PodAssessment[], verdict: PodAssessment['verdict']): number {
  return pods.filter((pod) => pod.verdict === verdict).length;
}

/** The one sentence that is always on the page. It counts pods, never problems. */
export function verdictSentence({
  pods,
  policy: { enforce },
  problems,
}: Assessment): VerdictSentence {
  const all = pods.length;
  const rejected = count(pods, 'rejected');
  const unknown = count(pods, 'unknown');
  const fails = count(pods, 'fails');
  const noun = all === 1 ? 'pod' : 'pods';
  const policy = enforce.text;
  const unjudged = unknown > 0 ? `, ${unknown} cannot be judged` : '';
  if (rejected > 0) {
    const before = `${rejected} of ${all} ${noun} would be rejected by`;
    return { tone: 'rejected', before, policy, after: unjudged };
  }
  // What concerns no single pod, such as a namespace that the API server refuses.
  const isRefused = problems.some(
    ({ effect, pods: touched }) => effect === 'rejected' && touched.length === 0,
  );
  const tone = isRefused ? 'rejected' : 'fails';
  if (all === 0) {
    return { tone, before: 'No pods in this file to judge by', policy, after: '' };
  }
  if (unknown > 0) {
    return {
      tone,
      before: `${unknown} of ${all} ${noun} cannot be judged by`,
      policy,
      after: '',
    };
  }
  const before = `${all} of ${all} ${noun} admitted by`;
  if (fails > 0) {
    const verb = fails === 1 ? 'fails after it starts' : 'fail after they start';
    return { tone, before, policy, after: `, ${fails} ${verb}` };
  }
  const others = problems.filter(
    ({ effect }) => effect === 'rejected' || effect === 'fails',
  ).length;
  if (others > 0) {
    const after = `, but ${others} ${others === 1 ? 'problem stands' : 'problems stand'} in the way`;
    return { tone, before, policy, after };
  }
  return { tone: 'admitted', before, policy, after: '' };
}
