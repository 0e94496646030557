import { lineBreakAt } from '../../yaml/style.ts';
import { applyEdits, type TextEdit } from '../../yaml/text-edit.ts';

/*
 * What somebody edits is the text as it is shown (shown-text): no byte order mark, one kind of
 * line break. What changes is the file. Each edit is carried over to the file's own text, so that
 * every byte outside it stays.
 */

/** Makes edits of the shown text in the text itself. */
export function editText(text: string, shownEdits: readonly TextEdit[]): string {
  return applyEdits(
    text,
    shownEdits.map((edit) => ownEdit(text, edit)),
  );
}

function ownEdit(text: string, shown: TextEdit): TextEdit {
  const offset = ownOffset(text, shown.offset);
  const length = ownOffset(text, shown.offset + shown.length) - offset;
  const inserted = shown.text.replace(/\r\n?|\n/g, lineBreakAt(text, offset));
  return { offset, length, text: apart(text[offset - 1], inserted, text[offset + length]) };
}

/** The place in a text of an offset in what is shown of it. */
export function ownOffset(text: string, shownOffset: number): number {
  let offset = shownOffset + (text.startsWith('\uFEFF') ? 1 : 0);
  // Each CRLF before the place is shown as one character.
  for (let at = text.indexOf('\r\n'); at !== -1 && at < offset; at = text.indexOf('\r\n', at + 2)) {
    offset++;
  }
  return offset;
}

/** Two line breaks that meet at an edge of an edit must not become one CRLF. */
function apart(before: string | undefined, inserted: string, after: string | undefined): string {
  const isAfterCr = before === '\r' && (inserted + (after ?? '')).startsWith('\n');
  const kept = isAfterCr ? `\n${inserted}` : inserted;
  return kept.endsWith('\r') && after === '\n' ? `${kept}\n` : kept;
}
