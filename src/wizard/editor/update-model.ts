import type { editor } from 'monaco-editor/editor/editor.api';
import type { LineSpan } from '../../yaml/text-diff.ts';
import { editsBetween } from '../../yaml/text-diff.ts';

/**
 * Turns the model's text into `text` by the smallest edits, so that cursor, folding and
 * selection stay where they are. @returns the lines that are new or different.
 */
export function updateModel(model: editor.ITextModel, text: string): readonly LineSpan[] {
  const operations = editsBetween(model.getValue(), text).map(
    ({ offset, length, text: inserted }) => {
      const from = model.getPositionAt(offset);
      const to = model.getPositionAt(offset + length);
      return {
        range: {
          startLineNumber: from.lineNumber,
          startColumn: from.column,
          endLineNumber: to.lineNumber,
          endColumn: to.column,
        },
        text: inserted,
      };
    },
  );
  if (operations.length === 0) return [];
  return model.applyEdits(operations, true).flatMap(({ range }) => {
    // Whole lines put in end at the start of the line after them.
    const last = range.endColumn === 1 ? range.endLineNumber - 1 : range.endLineNumber;
    return last < range.startLineNumber ? [] : [{ first: range.startLineNumber, last }];
  });
}

/** Runs `change` and then scrolls so that the line at the top of the view is the same as before. */
export function keepScroll<T>(view: editor.ICodeEditor, change: () => T): T {
  const line = view.getVisibleRanges()[0]?.startLineNumber ?? 1;
  const offset = view.getScrollTop() - view.getTopForLineNumber(line);
  const anchor = view.createDecorationsCollection([
    {
      range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
      options: {},
    },
  ]);
  const result = change();
  const now = anchor.getRange(0)?.startLineNumber ?? line;
  anchor.clear();
  if (now !== line) view.setScrollTop(view.getTopForLineNumber(now) + offset);
  return result;
}
