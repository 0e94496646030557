import type { Problem } from '../../agent/finding.ts';
import { navigate } from '../route.ts';
import { revealInPreview, setActiveField } from '../store.ts';

/** Opens a problem where it is: its field on its step, and its line in the preview. */
export function goToProblem(problem: Problem): void {
  setActiveField(problem.field);
  revealInPreview(problem.document, problem.path);
  navigate({ step: problem.step, field: problem.field });
}
