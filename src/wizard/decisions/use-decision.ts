import { useDeferredValue, useMemo } from 'react';
import { choiceResult } from '../../agent/assess/decisions/choice-result.ts';
import type { Decision } from '../../agent/assess/decisions/decision.ts';
import { decisionOf } from '../../agent/assess/decisions/decision-of.ts';
import { sameData, useAssessed } from '../assessed/use-assessed.ts';
import { useWizard } from '../use-wizard.ts';

/** The ways out of a problem; undefined for one that has a fix, or none of either. */
export function useDecision(problemId: string): Decision | undefined {
  return useAssessed((assessment) => {
    const problem = assessment.problems.find(({ id }) => id === problemId);
    return problem && decisionOf(assessment, problem);
  }, sameData);
}

/** What becomes of the pods by each choice, by the choices' ids; one that cannot be made is missing. */
export type Results = ReadonlyMap<string, NonNullable<ReturnType<typeof choiceResult>>>;

/**
 * Judges the text that each choice would make. Each takes as long as judging the file, so that it
 * follows behind what somebody types.
 */
export function useResults(problemId: string): Results | undefined {
  const present = useAssessed((assessment) => assessment);
  const assessment = useDeferredValue(present, undefined);
  return useMemo(() => {
    if (!assessment) return undefined;
    const problem = assessment.problems.find(({ id }) => id === problemId);
    const decision = problem && decisionOf(assessment, problem);
    if (!problem || !decision) return undefined;
    return new Map(
      decision.choices.flatMap((choice) => {
        const result = choiceResult(assessment, problem, choice);
        return result === undefined ? [] : [[choice.id, result] as const];
      }),
    );
  }, [assessment, problemId]);
}

/** What was decided about a problem that stays as it is. */
export function useKept(problemId: string) {
  return useWizard(({ settled }) =>
    settled?.answers?.decided.find(({ problem, keeps }) => keeps && problem === problemId),
  );
}
