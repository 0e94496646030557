import { createTwoFilesPatch, diffArrays } from 'diff';
import type { TextEdit } from './text-edit.ts';

/** Lines from `first` to `last`, both counted from 1 and included. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

export interface ChangedLines {
  /** Lines of the new text that are purely new. */
  readonly added: readonly LineSpan[];
  /** Lines of the new text that stand in the place of others. */
  readonly replaced: readonly LineSpan[];
  /** New and replaced lines, plus one for every run of lines that is only gone. */
  readonly count: number;
}

/** A run of lines that differs: `before` and `after` hold whole lines with their line breaks. */
export interface Hunk {
  readonly beforeOffset: number;
  /** The number of lines of the new text before the run. */
  readonly afterLine: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * The edits that turn one text into the other, line by line; a change within a single line gives
 * an edit within that line, so that cursors and markers around it stay where they are.
 */
export function editsBetween(before: string, after: string): TextEdit[] {
  return hunks(before, after).flatMap((hunk) => {
    const pairs = hunk.before.length === hunk.after.length ? hunk.before : undefined;
    if (pairs === undefined) {
      return trimmed(hunk.beforeOffset, hunk.before.join(''), hunk.after.join(''));
    }
    let offset = hunk.beforeOffset;
    return pairs.flatMap((line, i) => {
      const edits = trimmed(offset, line, hunk.after[i] ?? '');
      offset += line.length;
      return edits;
    });
  });
}

/** Which lines of the new text differ from the old one. Lines that are only gone are in neither list, but are counted. */
export function changedLines(before: string, after: string): ChangedLines {
  const added: LineSpan[] = [];
  const replaced: LineSpan[] = [];
  let count = 0;
  for (const hunk of hunks(before, after)) {
    const lines = hunk.after.length;
    count += Math.max(lines, 1);
    if (lines === 0) continue;
    const span = { first: hunk.afterLine + 1, last: hunk.afterLine + lines };
    const instead = Math.min(lines, hunk.before.length);
    if (instead > 0) replaced.push({ first: span.first, last: span.first + instead - 1 });
    if (lines > instead) added.push({ first: span.first + instead, last: span.last });
  }
  return { added, replaced, count };
}

/** A patch that `git apply` and `patch -p1` take; empty if the texts are equal. */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
}

/** The runs of lines in which two texts differ, in their order. */
export function hunks(before: string, after: string): Hunk[] {
  if (before === after) return [];
  const a = splitLines(before);
  const b = splitLines(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  ) {
    tail++;
  }
  const result: Hunk[] = [];
  let offset = a.slice(0, head).reduce((sum, line) => sum + line.length, 0);
  let line = head;
  let gone: string[] = [];
  let fresh: string[] = [];
  const flush = () => {
    if (gone.length > 0 || fresh.length > 0) {
      result.push({ beforeOffset: offset, afterLine: line, before: gone, after: fresh });
    }
    offset += gone.reduce((sum, text) => sum + text.length, 0);
    line += fresh.length;
    gone = [];
    fresh = [];
  };
  for (const part of diffArrays(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) {
    if (part.removed) gone.push(...part.value);
    else if (part.added) fresh.push(...part.value);
    else {
      flush();
      offset += part.value.reduce((sum, text) => sum + text.length, 0);
      line += part.value.length;
    }
  }
  flush();
  return result;
}

/** Lines with their line breaks; a text that ends in a break has no empty line after it. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g) ?? [];
}

/** The edit without what both texts begin and end with; never splits a line break or a surrogate pair. */
function trimmed(offset: number, before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) head++;
  while (head > 0 && joins(before, head)) head--;
  while (head > 0 && joins(after, head)) head--;
  let tail = 0;
  while (
    tail < limit - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  while (tail > 0 && (joins(before, before.length - tail) || joins(after, after.length - tail))) {
    tail--;
  }
  return [
    {
      offset: offset + head,
      length: before.length - head - tail,
      text: after.slice(head, after.length - tail),
    },
  ];
}

/** Whether the characters before and after `at` belong together. */
function joins(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  return (
    (left === 13 && right === 10) ||
    (left >= 0xd800 && left < 0xdc00 && right >= 0xdc00 && right < 0xe000)
  );
}
