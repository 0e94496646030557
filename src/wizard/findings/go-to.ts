import type { Problem } from '../../agent/finding.ts';
import { focusField } from '../fields/field-id.ts';
import { currentRoute, navigate, type StepId } from '../route.ts';
import { revealInPreview, setActiveField } from '../store.ts';

/** Opens a problem where it is: its field on its step, and its line in the preview. */
export function goToProblem({ step, field, document, path }: Problem): void {
  goToField(step, field);
  revealInPreview(document, path);
}

/** Opens a field on its step. */
export function goToField(step: StepId, field: string): void {
  setActiveField(field);
  const present = currentRoute();
  // An address that stays the same takes nobody anywhere.
  if (present.step === step && present.field === field) focusField(field);
  else navigate({ step, field });
}
