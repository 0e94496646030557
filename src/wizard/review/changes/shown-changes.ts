import type { FileDiff } from './file-diff.ts';

/** How many changes of a file are open at first. */
export const shownAtFirst = 3;

/** The changes to show, and what the row says that the others stand behind. */
export function shownChanges(
  diff: FileDiff,
  all: boolean,
  wordsOf: (number: number) => string | undefined,
): {
  readonly shown: FileDiff['changes'];
  readonly rest?: { readonly count: number; readonly lines: number; readonly in: string };
} {
  // One more is no shorter behind a row of its own.
  if (all || diff.changes.length <= shownAtFirst + 1) return { shown: diff.changes };
  const hidden = diff.changes.slice(shownAtFirst);
  const words = hidden.flatMap(({ number }) => wordsOf(number) ?? []);
  const names = [...new Set(words)];
  return {
    shown: diff.changes.slice(0, shownAtFirst),
    rest: {
      count: hidden.length,
      lines: hidden.reduce((sum, { lines }) => sum + lines.length, 0),
      in: names.length <= 6 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and more`,
    },
  };
}
