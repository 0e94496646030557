import { type Hunk, hunks, splitLines } from '../../../yaml/text-diff.ts';
import { withoutLastBreaks } from '../../../yaml/trivia.ts';

/** A line of either text; its numbers are counted from 1. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  /** Its number in the text as it was opened. */
  readonly before?: number;
  /** Its number in the text as it is now. */
  readonly after?: number;
  /** Without its line break and the byte order mark. */
  readonly text: string;
}

/** Unchanged lines that are folded to one row: numbers of the new text, both included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** One run of lines that differs, with the unchanged lines that are shown around it. */
export interface Change {
  /** From 1, in the order of the file. */
  readonly number: number;
  /** What is folded above it. */
  readonly folded?: Stretch;
  readonly lead: readonly DiffLine[];
  /** What is gone, then what came in its place. */
  readonly lines: readonly DiffLine[];
  readonly trail: readonly DiffLine[];
}

export interface FileDiff {
  readonly added: number;
  readonly removed: number;
  readonly changes: readonly Change[];
  /** What is folded below the last change. */
  readonly folded?: Stretch;
}

/** A stretch of more unchanged lines than this is folded. */
const foldAbove = 6;
/** Lines that stay in view above and below a change: the keys that it is in stand above it. */
const leadLines = 3;
const trailLines = 1;

/** How a text differs from what was opened, as it is shown: changes with a few lines around each. */
export function fileDiff(before: string, after: string): FileDiff {
  const found = hunks(before, after);
  const now = splitLines(after).map(plainLine);
  const changes: Change[] = [];
  let added = 0;
  let removed = 0;
  /** Index of the first line after the change before, and of the first that is not yet shown. */
  let passed = 0;
  let from = 0;
  let shift = 0;
  for (const [index, hunk] of found.entries()) {
    const gap = hunk.afterLine - passed;
    const isFolded = gap > foldAbove;
    const lead = isFolded ? leadLines : gap;
    const next = found[index + 1]?.afterLine ?? now.length;
    const end = hunk.afterLine + hunk.after.length;
    const below = next - end;
    const isLast = index === found.length - 1;
    const trail = below > foldAbove ? trailLines : isLast ? below : 0;
    const same = (at: number, by: number): DiffLine => ({
      kind: 'same',
      before: at + 1 - by,
      after: at + 1,
      text: now[at] ?? '',
    });
    const nextShift = shift + hunk.after.length - hunk.before.length;
    changes.push({
      number: index + 1,
      ...(isFolded ? { folded: { first: from + 1, last: hunk.afterLine - lead } } : {}),
      lead: range(hunk.afterLine - lead, hunk.afterLine).map((at) => same(at, shift)),
      lines: changedLines(hunk, shift),
      trail: range(end, end + trail).map((at) => same(at, nextShift)),
    });
    added += hunk.after.length;
    removed += hunk.before.length;
    passed = end;
    from = end + trail;
    shift = nextShift;
  }
  const rest = { first: from + 1, last: now.length };
  const isRest = changes.length > 0 && from < now.length;
  return { added, removed, changes, ...(isRest ? { folded: rest } : {}) };
}

function changedLines({ before, after, afterLine }: Hunk, shift: number): readonly DiffLine[] {
  const gone = before.map(
    (text, index): DiffLine => ({
      kind: 'removed',
      before: afterLine - shift + index + 1,
      text: plainLine(text),
    }),
  );
  const come = after.map(
    (text, index): DiffLine => ({
      kind: 'added',
      after: afterLine + index + 1,
      text: plainLine(text),
    }),
  );
  return [...gone, ...come];
}

/** The lines of a folded stretch. @param shift how many more lines the new text has before it */
export function linesOf(
  text: string,
  { first, last }: Stretch,
  shift: number,
): readonly DiffLine[] {
  const lines = splitLines(text);
  return range(first - 1, last).map((at) => ({
    kind: 'same',
    before: at + 1 - shift,
    after: at + 1,
    text: plainLine(lines[at] ?? ''),
  }));
}

/** How many more lines the new text has above a change, or below the last one. */
export function shiftAbove({ changes, added, removed }: FileDiff, number?: number): number {
  if (number === undefined) return added - removed;
  return changes
    .slice(0, number - 1)
    .flatMap(({ lines }) => lines)
    .reduce((sum, { kind }) => sum + (kind === 'added' ? 1 : -1), 0);
}

/** The lines of the new text that a change is at; of one that only removes, the line after it. */
export function spanOf({ lines, trail, lead }: Change): Stretch {
  const numbers = lines.flatMap(({ after }) => (after === undefined ? [] : [after]));
  const first = numbers[0];
  if (first !== undefined) return { first, last: numbers.at(-1) ?? first };
  const near = trail[0]?.after ?? (lead.at(-1)?.after ?? 0) + 1;
  return { first: near, last: near };
}

/** Removed and added lines beside each other, for two columns. */
export function sideBySide(
  lines: readonly DiffLine[],
): readonly { readonly left: DiffLine | undefined; readonly right: DiffLine | undefined }[] {
  const left = lines.filter(({ kind }) => kind !== 'added');
  const right = lines.filter(({ kind }) => kind !== 'removed');
  return range(0, Math.max(left.length, right.length)).map((at) => ({
    left: left[at],
    right: right[at],
  }));
}

/** `lines 194 to 200`, `line 7` */
export function spanWords({ first, last }: Stretch): string {
  return first === last ? `line ${first}` : `lines ${first} to ${last}`;
}

/** The number of the change that holds a line of the new text, or comes next after it. */
export function changeAt({ changes }: FileDiff, line: number): number | undefined {
  return (changes.find((change) => spanOf(change).last >= line) ?? changes.at(-1))?.number;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

function plainLine(line: string): string {
  return withoutLastBreaks(line.replace(/^\uFEFF/, ''));
}
