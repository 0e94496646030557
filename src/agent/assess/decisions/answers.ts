import type { Problem } from '../../rules/finding.ts';
import type { Assessment } from '../assessment.ts';
import type { Choice } from './decision.ts';
import { leftToDecide } from './decision-of.ts';

/** A decision that somebody made, as it is remembered: what it wrote is in the text. */
export interface Decided {
  /** The id of the problem as it was. */
  readonly problem: string;
  readonly choice: string;
  /** What was decided, in words: "Use an emptyDir". */
  readonly title: string;
  /** The field where it was asked. */
  readonly field: string;
  /** Whether the problem stays, because that was the decision. */
  readonly keeps: boolean;
}

/** What somebody said that no text holds. */
export interface Answers {
  readonly decided: readonly Decided[];
  /** The ids of required values that come by `--set` or a later file. */
  readonly later: readonly string[];
}

export const noAnswers: Answers = { decided: [], later: [] };

/** The answers with one decision more, in the place of an earlier one of the same problem. */
export function withDecided(answers: Answers, problem: Problem, choice: Choice): Answers {
  const one: Decided = {
    problem: problem.id,
    choice: choice.id,
    title: choice.title,
    field: problem.field,
    keeps: choice.keeps === true,
  };
  return { ...answers, decided: [...withoutDecided(answers, problem.id).decided, one] };
}

/** The answers without what was decided about a problem. */
export function withoutDecided(answers: Answers, problem: string): Answers {
  return { ...answers, decided: answers.decided.filter((one) => one.problem !== problem) };
}

/** The answers in which a required value comes later, or does not. */
export function withLater(answers: Answers, id: string, isLater: boolean): Answers {
  const others = answers.later.filter((one) => one !== id);
  return { ...answers, later: isLater ? [...others, id] : others };
}

/** Problems that somebody decided to keep: they stay what they are, and are not asked again. */
export function keptProblems({ problems }: Assessment, { decided }: Answers): readonly Problem[] {
  return problems.filter(({ id }) => isKept(decided, id));
}

/** What is still to be decided, worst first. */
export function undecided(assessment: Assessment, { decided }: Answers): readonly Problem[] {
  return leftToDecide(assessment).filter(({ id }) => !isKept(decided, id));
}

function isKept(decided: Answers['decided'], id: string): boolean {
  return decided.some(({ problem, keeps }) => keeps && problem === id);
}
