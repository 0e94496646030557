import type { DocumentName } from '../../agent/documents/documents.ts';
import type { Problem } from '../../agent/rules/finding.ts';
import type { Path } from '../../yaml/path.ts';
import { focusFieldSoon } from '../field-id.ts';
import { showFiles, showForm } from '../main-view.ts';
import { currentRoute, navigate, type StepId } from '../route.ts';
import { revealInPreview, revealLine, setActiveField } from '../store.ts';

/** Opens a problem where it is: its field on its step, and its line in the preview. */
export function goToProblem({ step, field, document, path }: Problem): void {
  goToField(step, field);
  revealInPreview(document, path);
}

/** Opens a field on its step. */
export function goToField(step: StepId, field: string): void {
  setActiveField(field);
  showForm();
  const present = currentRoute();
  // An address that stays the same takes nobody anywhere.
  if (present.step === step && present.field === field) focusFieldSoon(field);
  else navigate({ step, field });
}

/** Shows a place of a file, wherever the page has room for it. */
export function goToPlace(document: DocumentName, path: Path): void {
  revealInPreview(document, path);
  goToFiles();
}

/** Shows a line, as `goToPlace` shows a place: of a text that cannot be read, only lines are known. */
export function goToLine(document: DocumentName, line: number): void {
  revealLine(document, line);
  goToFiles();
}

function goToFiles(): void {
  showFiles();
  // Where the files take the place of the form, what was pressed is gone, and the focus with it.
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('.main h1')?.focus();
  });
}
