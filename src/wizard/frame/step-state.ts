import { isPressing } from '../../agent/assess/assess.ts';
import type { Assessment } from '../../agent/assess/assessment.ts';
import type { Tone } from '../findings/effect.tsx';
import { podCount, problemCount } from '../findings/state-words.ts';
import type { StepId } from '../route.ts';
import { stepFacts } from '../steps-in-order.ts';

export interface StepState {
  readonly tone?: Tone;
  readonly words: string;
}

/** What the rail says under a step's name, in words as well as colour. */
export function stepState(step: StepId, assessment: Assessment): StepState {
  if (step === 'start') return { words: '' };
  if (step === 'review') return reviewState(assessment);
  const sidecarOff = step === 'sidecar' && !assessment.settings.sidecar.enabled;
  const problems = assessment.problems.filter(
    (problem) => problem.step === step && problem.effect !== 'advice',
  );
  const prefix = step === 'sidecar' ? (sidecarOff ? 'Optional, off' : 'On, ') : '';
  if (problems.length > 0) {
    const tone = problems.some(({ effect }) => effect === 'rejected') ? 'rejected' : 'fails';
    const words = problemCount(problems.length);
    return { tone, words: sidecarOff ? `${prefix}, ${words}` : prefix + words };
  }
  if (sidecarOff) return { words: prefix };
  const elsewhere = step === 'components' ? componentsState(assessment) : undefined;
  if (elsewhere) return elsewhere;
  return { tone: 'admitted', words: prefix ? `${prefix}fine` : 'Fine' };
}

/** Where the components' pods do not run although nothing is left to do here: where there is. */
function componentsState({ pods, problems }: Assessment): StepState | undefined {
  const bad = pods.filter((pod) => pod.component !== 'sentinel' && pod.verdict !== 'admitted');
  const [first] = bad;
  if (!first) return undefined;
  const worst = bad.some(({ verdict }) => verdict === 'rejected') ? 'rejected' : 'fails';
  const cause = problems.find(
    (problem) => isPressing(problem) && bad.some(({ id }) => problem.pods.includes(id)),
  );
  const words = cause ? `See ${stepFacts(cause.step).name}` : `${podCount(bad.length)} unknown`;
  return { tone: worst, words };
}

function reviewState({ pods, problems }: Assessment): StepState {
  const worst = (['rejected', 'unknown', 'fails'] as const).find((verdict) =>
    pods.some((pod) => pod.verdict === verdict),
  );
  if (worst === undefined) {
    const blocked = problems.some(({ effect }) => effect === 'rejected' || effect === 'fails');
    return blocked ? { tone: 'fails', words: 'Not ready' } : { tone: 'admitted', words: 'Ready' };
  }
  const count = pods.filter((pod) => pod.verdict === worst).length;
  const noun = count === 1 ? 'pod' : 'pods';
  if (worst === 'rejected') return { tone: 'rejected', words: `${count} ${noun} rejected` };
  if (worst === 'unknown') return { tone: 'fails', words: `${count} ${noun} unknown` };
  return { tone: 'fails', words: `${count} ${noun} ${count === 1 ? 'fails' : 'fail'}` };
}
