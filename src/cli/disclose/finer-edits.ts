import { diffArrays } from 'diff';
import type { TextEdit } from '../../yaml/text-edit.ts';

/** Longer edits are left as they are: comparing them takes longer than anybody waits. */
const longest = 20_000;

/** Words, single blanks and single signs. */
const pieces = /[\p{L}\p{N}_]+|./gsu;

/**
 * An edit as smaller ones, none of which writes again what the text has there already: so the
 * texts put in are the editor's own, and not the user's.
 */
export function finerEdits(text: string, edit: TextEdit): readonly TextEdit[] {
  const before = text.slice(edit.offset, edit.offset + edit.length);
  if (before === '' || edit.text === '') return [edit];
  if (before.length + edit.text.length > longest) return [edit];
  const edits: TextEdit[] = [];
  let offset = edit.offset;
  let open: { offset: number; length: number; text: string } | undefined;
  const changes = diffArrays(before.match(pieces) ?? [], edit.text.match(pieces) ?? []);
  for (const { added, removed, value } of changes) {
    const piece = value.join('');
    if (!added && !removed) {
      if (open !== undefined) edits.push(open);
      open = undefined;
      offset += piece.length;
      continue;
    }
    open ??= { offset, length: 0, text: '' };
    if (added) open.text += piece;
    else {
      open.length += piece.length;
      offset += piece.length;
    }
  }
  return open === undefined ? edits : [...edits, open];
}
