import type { TextEdit } from './text-edit.ts';

/**
 * Edits that keep comments apart from what is written in front of them. Behind a quote or bracket
 * a comment may follow with no blank between, and behind anything else it would become text.
 */
export function keepCommentsApart(text: string, edits: readonly TextEdit[]): TextEdit[] {
  return edits.map((edit, index) => {
    const end = edit.offset + edit.length;
    if (text[end] !== '#' || edits.some((other, i) => i !== index && comesNext(other, end))) {
      return edit;
    }
    const before = edit.text.at(-1) ?? text[edit.offset - 1];
    const mayTouch = before === undefined || /[\s"'[\]{},\uFEFF]/.test(before);
    return mayTouch ? edit : { ...edit, text: `${edit.text} ` };
  });
}

/** Whether an edit takes what stands at an offset away, or writes something there. */
function comesNext({ offset, length }: TextEdit, at: number): boolean {
  return offset === at || (offset < at && at < offset + length);
}
