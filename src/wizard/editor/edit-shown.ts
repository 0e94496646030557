import type { DocumentName } from '../../agent/documents/documents.ts';
import type { TextEdit } from '../../yaml/text-edit.ts';
import { editDocument } from '../actions.ts';
import { endMerge, useWizard } from '../store.ts';
import { editText } from './edit-text.ts';

/** Milliseconds without a letter after which the next one begins a new step of undo. */
const pause = 1000;

let lastEdit = 0;

/** Takes edits that somebody made of the text as it is shown. */
export function editShown(document: DocumentName, edits: readonly TextEdit[]): void {
  const { work } = useWizard.getState();
  if (!work) return;
  const now = performance.now();
  if (now - lastEdit > pause) endMerge();
  lastEdit = now;
  editDocument(document, editText(work.documents[document], edits));
}
