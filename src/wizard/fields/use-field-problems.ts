import type { Assessment } from '../../agent/assessment.ts';
import type { Problem } from '../../agent/finding.ts';
import { isUnder } from './field-id.ts';
import { sameData, useAssessed } from './use-assessed.ts';

const none: readonly Problem[] = [];

/** The problems at a field or under it, worst first. */
export function problemsAt(assessment: Assessment, field: string): readonly Problem[] {
  const found = assessment.problems.filter((problem) => isUnder(problem.field, field));
  return found.length > 0 ? found : none;
}

/** The problems at a field or under it; the same list while nothing that is shown of them changes. */
export function useFieldProblems(field: string): readonly Problem[] {
  return useAssessed((assessment) => problemsAt(assessment, field), sameProblems) ?? none;
}

export function sameProblems(a: readonly Problem[], b: readonly Problem[]): boolean {
  return a.length === b.length && a.every((problem, i) => sameProblem(problem, b[i]));
}

function sameProblem(a: Problem, b: Problem | undefined): boolean {
  return (
    b !== undefined &&
    a.id === b.id &&
    a.effect === b.effect &&
    a.message === b.message &&
    a.why === b.why &&
    a.field === b.field &&
    a.fix?.title === b.fix?.title &&
    sameData(a.pods, b.pods) &&
    sameData(a.path, b.path) &&
    sameData(
      a.findings.map(({ message }) => message),
      b.findings.map(({ message }) => message),
    )
  );
}
