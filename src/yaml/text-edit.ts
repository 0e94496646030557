/** A stretch of a text in UTF-16 code units, as JavaScript strings and Monaco count. */
export interface TextRange {
  readonly offset: number;
  readonly length: number;
}

/** Replaces `range` with `text`. A length of 0 inserts. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/**
 * Applies edits that all refer to `text` as it is before any of them.
 * They may come in any order; two insertions at one offset keep the order given.
 * @throws RangeError if edits overlap or reach outside the text: a caller's mistake, never the user's.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.offset - b.edit.offset || a.index - b.index);
  let result = '';
  let end = 0;
  for (const { edit } of sorted) {
    if (edit.offset < end || edit.offset + edit.length > text.length) {
      throw new RangeError(`Edit at ${edit.offset} overlaps another or leaves the text`);
    }
    result += text.slice(end, edit.offset) + edit.text;
    end = edit.offset + edit.length;
  }
  return result + text.slice(end);
}
