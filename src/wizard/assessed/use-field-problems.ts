import type { Assessment } from '../../agent/assess/assessment.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import type { FieldId } from '../../agent/settings/setting-id.ts';
import { sameData, useAssessed } from './use-assessed.ts';

const none: readonly Problem[] = [];

const indexes = new WeakMap<Assessment, ReadonlyMap<string, readonly Problem[]>>();

/** The problems by each field that they are at or under, gathered once for all that ask. */
function indexOf(assessment: Assessment): ReadonlyMap<string, readonly Problem[]> {
  const known = indexes.get(assessment);
  if (known) return known;
  const index = new Map<string, Problem[]>();
  for (const problem of assessment.problems) {
    let end = problem.field.length;
    for (; end > 0; end = problem.field.lastIndexOf('.', end - 1)) {
      const field = problem.field.slice(0, end);
      const list = index.get(field);
      if (list) list.push(problem);
      else index.set(field, [problem]);
    }
  }
  indexes.set(assessment, index);
  return index;
}

/** The problems at a field or under it, worst first. */
export function problemsAt(assessment: Assessment, field: FieldId): readonly Problem[] {
  return indexOf(assessment).get(field) ?? none;
}

/** The problems at a field or under it; the same list while nothing that is shown of them changes. */
export function useFieldProblems(field: FieldId): readonly Problem[] {
  return useAssessed((assessment) => problemsAt(assessment, field), sameProblems) ?? none;
}

function sameProblems(a: readonly Problem[], b: readonly Problem[]): boolean {
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
