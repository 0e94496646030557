import { noAnswers, undecided } from '../../agent/assess/decisions/answers.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import { presentAssessment } from '../assessed/use-assessed.ts';
import { openProblem } from '../problems/open-problem.ts';
import { wizard } from '../store.ts';

/** Opens a decision where it is asked: its card on its step, and its lines in the preview. */
export function goToDecision(problem: Problem): void {
  openProblem(problem);
}

/** Goes on to what is still to be decided on the step, or else to the step's heading. */
export function goOnDeciding({ step }: Problem): void {
  const assessment = presentAssessment();
  const answers = wizard.getState().work?.answers ?? noAnswers;
  const next = assessment && undecided(assessment, answers).find((one) => one.step === step);
  if (next) focusDecisionSoon(next.id);
  else focusSoon(() => document.querySelector<HTMLElement>('.main h1'));
}

/** Puts the focus on the question of a decision that is being rendered; else on the heading. */
export function focusDecisionSoon(problemId: string): void {
  focusSoon(
    () =>
      document.querySelector<HTMLElement>(
        `[data-decision="${CSS.escape(problemId)}"] .decision-question`,
      ) ?? document.querySelector<HTMLElement>('.main h1'),
  );
}

function focusSoon(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => {
    const element = find();
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  });
}
