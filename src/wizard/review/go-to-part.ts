import type { Assessment } from '../../agent/assess/assessment.ts';
import type { DocumentName } from '../../agent/documents/documents.ts';
import { fieldAt, readingOf, stepOf } from '../../agent/settings/places/places.ts';
import type { Path } from '../../yaml/path.ts';
import { goToField, goToLine, goToPlace } from '../findings/go-to.ts';
import { linesBefore } from '../hosted/file-texts.ts';
import { navigate, type StepId } from '../route.ts';
import { revealInPreview, wizard } from '../store.ts';

/** Opens the field that asks for what stands at a place, and shows the place in the preview. */
export function goToPart(assessment: Assessment, document: DocumentName, place: Path): void {
  const found = fieldAt(document, place, readingOf(assessment));
  if (found === undefined) {
    // Review has no preview of its own.
    navigate({ step: 'start' });
    goToPlace(document, place);
    return;
  }
  goToField(stepOf(found.field), found.field);
  revealInPreview(document, place);
}

/** Shows a line of a file in the editor beside a step; Review has no editor of its own. */
export function openLine(document: DocumentName, line: number, step: StepId = 'start'): void {
  navigate({ step });
  const { work } = wizard.getState();
  const before = work ? linesBefore(work, document) : 0;
  goToLine(document, Math.max(1, line - before));
}
