import type { View } from '../../sources/views/view.ts';
import { LineIndex } from '../../yaml/line-index.ts';
import { editsBetween } from '../../yaml/text-diff.ts';
import { applyEdits } from '../../yaml/text-edit.ts';
import { fileInstalls } from './host-file.ts';

/** Values that stand in a file among other things. */
export interface HeldValues {
  /** The whole file. */
  readonly text: string;
  /** The place of the install among those of the file, from 0. */
  readonly install: number;
}

const maxKnown = 4;
/** Those of late: the same ones are asked for with each letter. */
let known: readonly { readonly held: HeldValues; readonly view: View | undefined }[] = [];

/** The values as a document of its own; undefined if there are none there that can be edited. */
export function viewOf(held: HeldValues): View | undefined {
  const found = known.find(
    (one) => one.held.text === held.text && one.held.install === held.install,
  );
  const view = found ? found.view : openView(held);
  if (!found) known = [{ held, view }, ...known.slice(0, maxKnown - 1)];
  return view;
}

function openView({ text, install }: HeldValues): View | undefined {
  const values = fileInstalls(text)[install]?.values;
  return values?.ok ? values.view : undefined;
}

/** Lines of the file in front of the values. */
export function linesAbove(held: HeldValues): number {
  const view = viewOf(held);
  if (view === undefined) return 0;
  const { offset } = view.toHost({ offset: 0, length: 0 });
  return new LineIndex(held.text).positionAt(offset).line - 1;
}

/**
 * The file with values put back into it. Every byte of it outside the edited lines stays.
 * @param values the text of the values now
 * @throws RangeError for a place at which the file holds no values
 */
export function withValues(held: HeldValues, values: string): string {
  const view = viewOf(held);
  if (view === undefined) throw new RangeError('A file holds no values at this place');
  const edits = view.editsToHost(editsBetween(view.text, values));
  return edits.length === 0 ? held.text : applyEdits(held.text, edits);
}

/** Whether the file, read again, holds the values that were put into it. */
export function keepsValues(held: HeldValues, values: string): boolean {
  const text = withValues(held, values);
  if (text === held.text) return true;
  const view = openView({ ...held, text });
  // A host may keep or drop the line break at the end of what is in it.
  return view?.text.trimEnd() === values.trimEnd();
}
