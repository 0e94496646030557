import type { Problem } from '../../agent/rules/finding.ts';
import { goToProblem } from '../findings/go-to.ts';
import { selectProblem } from '../view.ts';

/** Selects a problem in the list and goes to its field and its line. */
export function openProblem(problem: Problem): void {
  selectProblem(problem.id);
  goToProblem(problem);
}
