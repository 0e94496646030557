import type { TextEdit } from '../../yaml/text-edit.ts';
import { breakBefore, withoutLastBreaks } from '../../yaml/trivia.ts';

/** How a document ends in its host. */
export interface HostEnd {
  /** Whether its last line break is the document's own. */
  readonly closed: boolean;
  /** Whether nothing follows it in the host. */
  readonly isLast: boolean;
}

/**
 * Edits that leave the end of a document as its host needs it: where something follows, the last
 * line has a line break, and where that break is the host's own, the document has none.
 * @param edits in order, none touching another
 */
export function withHostsEnd(
  text: string,
  edits: readonly TextEdit[],
  { closed, isLast }: HostEnd,
): readonly TextEdit[] {
  const edit = edits.at(-1);
  if (isLast || edit === undefined || edit.offset + edit.length !== text.length) return edits;
  const kept = edits.slice(0, -1);
  const all = text.slice(kept.length === 0 ? 0 : endOf(kept), edit.offset) + edit.text;
  const endsInBreak = /[\r\n]$/.test(all);
  if (closed) {
    if (endsInBreak || all === '') return edits;
    const lineBreak = text.endsWith('\r\n') ? '\r\n' : '\n';
    return [...kept, { ...edit, text: edit.text + lineBreak }];
  }
  if (!endsInBreak) return edits;
  const put = withoutLastBreaks(edit.text);
  if (put !== '') return [...kept, { ...edit, text: put }];
  // The break before what is gone ends the line before it; blank lines before that stay.
  const offset = breakBefore(text, edit.offset);
  return [...kept, { offset, length: text.length - offset, text: '' }];
}

function endOf(edits: readonly TextEdit[]): number {
  const last = edits.at(-1);
  return last === undefined ? 0 : last.offset + last.length;
}
