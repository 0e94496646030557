import { isPressing } from '../../agent/assess/assess.ts';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { type Answers, noAnswers } from '../../agent/assess/decisions/answers.ts';
import { stillMissing } from '../../agent/assess/missing.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import type { Tone } from '../findings/effect.tsx';
import { podCount, problemCount } from '../findings/state-words.ts';
import type { StepId } from '../route.ts';
import { stepFacts } from '../steps-in-order.ts';

export interface StepState {
  readonly tone?: Tone;
  readonly words: string;
}

/**
 * What the rail says under a step's name, in words as well as colour.
 * @param isWhole whether there are no values elsewhere that nobody read
 */
export function stepState(
  step: StepId,
  assessment: Assessment,
  answers: Answers = noAnswers,
  isWhole = true,
): StepState {
  if (step === 'start') return { words: '' };
  if (step === 'review') return reviewState(assessment, answers, isWhole);
  const sidecarOff = step === 'sidecar' && !assessment.settings.sidecar.enabled;
  const problems = assessment.problems.filter(
    (problem) => problem.step === step && problem.effect !== 'advice',
  );
  const prefix = step === 'sidecar' ? (sidecarOff ? 'Optional, off' : 'On, ') : '';
  if (problems.length > 0) {
    const tone = problems.some(({ effect }) => effect === 'rejected') ? 'rejected' : 'fails';
    const words = countWords(problems);
    return { tone, words: sidecarOff ? `${prefix}, ${words}` : prefix + words };
  }
  if (sidecarOff) return { words: prefix };
  const elsewhere = step === 'components' ? componentsState(assessment) : undefined;
  if (elsewhere) return elsewhere;
  return { tone: 'admitted', words: prefix ? `${prefix}fine` : 'Fine' };
}

function countWords(problems: readonly Problem[]): string {
  const { length } = problems;
  if (problems.every(({ fix }) => fix === undefined)) return `${length} to decide`;
  return problemCount(length);
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
  const words = cause ? `See ${placeOf(cause.step)}` : `${podCount(bad.length)} unknown`;
  return { tone: worst, words };
}

/** A step as it is pointed to: "step 2". */
function placeOf(step: StepId): string {
  const { number, name } = stepFacts(step);
  return number === undefined ? name : `step ${number}`;
}

function reviewState(assessment: Assessment, answers: Answers, isWhole: boolean): StepState {
  const { pods, problems } = assessment;
  const worst = (['rejected', 'unknown', 'fails'] as const).find((verdict) =>
    pods.some((pod) => pod.verdict === verdict),
  );
  if (worst === undefined) {
    const blocked = problems.some(({ effect }) => effect === 'rejected' || effect === 'fails');
    if (blocked) return { tone: 'fails', words: 'Not ready' };
    if (!isWhole) return { tone: 'fails', words: 'Not all is known' };
    const missing = stillMissing(assessment, answers).length;
    if (missing === 0) return { tone: 'admitted', words: 'Ready' };
    return { tone: 'advice', words: `${missing} ${missing === 1 ? 'value' : 'values'} left` };
  }
  const count = pods.filter((pod) => pod.verdict === worst).length;
  const noun = count === 1 ? 'pod' : 'pods';
  if (worst === 'rejected') return { tone: 'rejected', words: `${count} ${noun} rejected` };
  if (worst === 'unknown') return { tone: 'fails', words: `${count} ${noun} unknown` };
  return { tone: 'fails', words: `${count} ${noun} ${count === 1 ? 'fails' : 'fail'}` };
}
