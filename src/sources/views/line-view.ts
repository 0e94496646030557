import { applyEdits, type TextEdit, type TextRange } from '../../yaml/text-edit.ts';
import { lineEnd } from '../../yaml/trivia.ts';
import { withHostsEnd } from './last-break.ts';
import type { View } from './view.ts';

/** A line of a document in its host. */
export interface HostLine {
  /** Where it begins in the host, what stands in front of it included. */
  readonly start: number;
  /** How many characters of that stand in front: blanks, at most as many as the indentation. */
  readonly front: number;
}

/** What a view of lines is made of. */
export interface Lines {
  readonly host: string;
  /** In the order of the host, each directly after the one before; at least one. */
  readonly lines: readonly HostLine[];
  /** Where the document ends in the host. */
  readonly end: number;
  /** How many blanks stand in front of a line that is not blank and no comment. */
  readonly indent: number;
  /** What marks the beginning of a text whose indentation its first line shows. */
  readonly mark?: IndentMark | undefined;
}

/** The header of a text whose indentation is not said but shown by its first line. */
export interface IndentMark {
  /** Where in the host a digit would say it. */
  readonly offset: number;
  /** The digit that would. */
  readonly digit: number;
}

/** A document whose lines stand in a host with an indentation in front of them. */
export function lineView({ host, lines, end, indent, mark }: Lines): View {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const [index, { start, front }] of lines.entries()) {
    const part = host.slice(start + front, lines[index + 1]?.start ?? end);
    starts.push(length);
    parts.push(part);
    length += part.length;
  }
  const text = parts.join('');
  // After a last line break there is a line of nothing, which is not the document's in the host.
  const closed = length > 0 && isBreakAt(text, length - 1);
  const all = closed ? [...lines, { start: end, front: 0 }] : lines;
  if (closed) starts.push(length);
  const lineAt = lineFinder(starts);
  const hostLineAt = lineFinder(all.map(({ start }) => start));
  const place = (offset: number) => {
    const index = lineAt(offset);
    const { start, front } = all[index] ?? { start: end, front: 0 };
    return { index, start, front, column: offset - (starts[index] ?? 0) };
  };
  const toHost = ({ offset, length: size }: TextRange): TextRange => {
    const { start, front, column } = place(offset);
    const from = start + front + column;
    if (size === 0) return { offset: from, length: 0 };
    const last = place(offset + size);
    // What stands in front of the line after the range is not of it.
    const to = last.start + (last.column === 0 ? 0 : last.front + last.column);
    return { offset: from, length: to - from };
  };
  const fromHost = (offset: number): number | undefined => {
    const first = all[0]?.start ?? end;
    if (offset < first || offset > end) return undefined;
    const index = hostLineAt(offset);
    const { start, front } = all[index] ?? { start: end, front: 0 };
    return (starts[index] ?? 0) + Math.max(0, offset - start - front);
  };
  const editToHost = ({ offset, length: size, text: put }: TextEdit): TextEdit => {
    const from = place(offset);
    const to = place(offset + size);
    const pieces = piecesOf(put);
    const last = pieces.length - 1;
    // Whole lines: those after them keep what stands in front of them.
    const isDeletion = put === '' && from.column === 0;
    const isWhole = to.column === 0 && (isDeletion || (last > 0 && pieces[last] === ''));
    const rest = isWhole ? '' : text.slice(offset + size, lineEnd(text, offset + size));
    const inHost = pieces.map((piece, index) => {
      if (index === 0 && from.column > 0) return piece;
      const content = index === last ? piece + rest : piece;
      // A line without content needs nothing in front of it.
      return /^[\r\n]*$/.test(content) ? piece : ' '.repeat(indent) + piece;
    });
    const hostFrom = from.start + (from.column > 0 ? from.front + from.column : 0);
    const hostTo = to.start + (isWhole ? 0 : to.front + to.column);
    return { offset: hostFrom, length: hostTo - hostFrom, text: inHost.join('') };
  };
  const editsToHost = (edits: readonly TextEdit[]): readonly TextEdit[] => {
    const whole = withHostsEnd(text, joined(edits), { closed, isLast: end === host.length });
    const made = whole.map((edit) => trimmed(host, editToHost(edit)));
    const isHidden = mark !== undefined && hidesIndent(text, whole);
    return isHidden
      ? [{ offset: mark.offset, length: 0, text: String(mark.digit) }, ...made]
      : made;
  };
  return { host, text, toHost, fromHost, editsToHost };
}

function isBreakAt(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}

/** The lines of a text with their breaks; what follows the last break is one, too, be it nothing. */
function piecesOf(text: string): readonly string[] {
  const pieces = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g) ?? [];
  return isBreakAt(text, text.length - 1) || text === '' ? [...pieces, ''] : pieces;
}

/** Finds the line of an offset: the last that starts at or before it. Mostly asked for in order. */
function lineFinder(starts: readonly number[]): (offset: number) => number {
  let known = 0;
  const startOf = (index: number) => starts[index] ?? Number.POSITIVE_INFINITY;
  return (offset) => {
    const isNear = startOf(known) <= offset && offset < startOf(known + 2);
    if (isNear) {
      if (startOf(known + 1) <= offset) known++;
      return known;
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    known = low;
    return low;
  };
}

/** Edits in the order of the text, those that touch each other as one. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const inOrder = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.offset - b.edit.offset || a.index - b.index);
  const result: TextEdit[] = [];
  for (const { edit } of inOrder) {
    const before = result.at(-1);
    if (before !== undefined && before.offset + before.length === edit.offset) {
      result[result.length - 1] = {
        offset: before.offset,
        length: before.length + edit.length,
        text: before.text + edit.text,
      };
    } else result.push(edit);
  }
  return result;
}

/** An edit that writes nothing again that stands there already at its beginning. */
function trimmed(host: string, edit: TextEdit): TextEdit {
  let same = 0;
  const limit = Math.min(edit.length, edit.text.length);
  while (same < limit && host[edit.offset + same] === edit.text[same]) same++;
  return { offset: edit.offset + same, length: edit.length - same, text: edit.text.slice(same) };
}

/** Whether the first line with anything on it would begin with a blank, and show another indentation. */
function hidesIndent(text: string, edits: readonly TextEdit[]): boolean {
  const head = /^(?:\r?\n)*[^\n]*/.exec(text)?.[0].length ?? 0;
  if (!edits.some(({ offset }) => offset <= head)) return false;
  return /^(?:\r?\n)* /.test(applyEdits(text, edits));
}
