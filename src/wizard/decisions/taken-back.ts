import {
  type DocumentName,
  type Documents,
  documentNames,
} from '../../agent/documents/documents.ts';
import { editsBetween } from '../../yaml/text-diff.ts';
import { applyEdits, type TextEdit } from '../../yaml/text-edit.ts';

/**
 * The present documents without one earlier step: its edits are undone where they are now.
 * @param after the documents right after that step
 * @param before those before it
 * @returns undefined where something that came later stands in the lines of the step
 */
export function takenBack(
  present: Documents,
  after: Documents,
  before: Documents,
): Documents | undefined {
  const texts: Partial<Record<DocumentName, string>> = {};
  for (const name of documentNames) {
    const text = withoutStep(present[name], after[name], before[name]);
    if (text === undefined) return undefined;
    texts[name] = text;
  }
  return { ...present, ...texts };
}

function withoutStep(present: string, after: string, before: string): string | undefined {
  if (after === before) return present;
  const later = editsBetween(after, present);
  const moved: TextEdit[] = [];
  for (const edit of editsBetween(after, before)) {
    if (later.some((one) => meet(one, edit))) return undefined;
    const shift = later.reduce(
      (sum, one) => (one.offset < edit.offset ? sum + one.text.length - one.length : sum),
      0,
    );
    moved.push({ ...edit, offset: edit.offset + shift });
  }
  return applyEdits(present, moved);
}

/** Whether two edits of one text touch each other. */
function meet(a: TextEdit, b: TextEdit): boolean {
  return a.offset <= b.offset + b.length && b.offset <= a.offset + a.length;
}
