import type { DocumentName } from '../../agent/documents/documents.ts';
import type { TextEdit } from '../../yaml/text-edit.ts';
import { editDocument } from '../actions.ts';
import { wizard } from '../store.ts';
import { editText } from './edit-text.ts';

/** Takes edits that somebody made of the text as it is shown. */
export function editShown(document: DocumentName, edits: readonly TextEdit[]): void {
  const { work } = wizard.getState();
  if (!work) return;
  editDocument(document, editText(work.documents[document], edits));
}
