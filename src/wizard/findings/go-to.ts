import type { Problem } from '../../agent/finding.ts';
import { focusField } from '../fields/field-id.ts';
import { navigate } from '../route.ts';
import { revealInPreview, setActiveField } from '../store.ts';

/** Opens a problem where it is: its field on its step, and its line in the preview. */
export function goToProblem(problem: Problem): void {
  setActiveField(problem.field);
  revealInPreview(problem.document, problem.path);
  navigate({ step: problem.step, field: problem.field });
  // The second click on one problem changes no address, and so leads nowhere by itself.
  focusField(problem.field);
}
