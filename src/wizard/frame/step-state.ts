import { isPressing } from '../../agent/assess/assess.ts';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { type Answers, noAnswers } from '../../agent/assess/decisions/answers.ts';
import { obstacleOf } from '../../agent/assess/obstacle.ts';
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
 * @param open how many sources of values nobody read
 */
export function stepState(
  step: StepId,
  assessment: Assessment,
  answers: Answers = noAnswers,
  open = 0,
): StepState {
  if (step === 'start') return { words: '' };
  if (step === 'review') return reviewState(assessment, answers, open);
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

function reviewState(assessment: Assessment, answers: Answers, open: number): StepState {
  const obstacle = obstacleOf(assessment, answers, open);
  if (obstacle === undefined) return { tone: 'admitted', words: 'Ready' };
  const { kind, count } = obstacle;
  const pods = podCount(count);
  switch (kind) {
    case 'pods rejected':
      return { tone: 'rejected', words: `${pods} rejected` };
    case 'refused':
      return { tone: 'rejected', words: 'Not ready' };
    case 'no pods':
      return { tone: 'fails', words: 'No pods' };
    case 'pods unknown':
      return { tone: 'fails', words: `${pods} unknown` };
    case 'pods fail':
      return { tone: 'fails', words: `${pods} ${count === 1 ? 'fails' : 'fail'}` };
    case 'failing':
      return { tone: 'fails', words: 'Not ready' };
    case 'open':
      return { tone: 'fails', words: 'Not all is known' };
    case 'warned':
      return { tone: 'advice', words: `${count} ${count === 1 ? 'warning' : 'warnings'} left` };
    case 'values':
      return { tone: 'advice', words: `${count} ${count === 1 ? 'value' : 'values'} left` };
  }
}
