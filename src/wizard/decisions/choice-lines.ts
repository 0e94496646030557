import { unifiedDiff } from '../../yaml/text-diff.ts';

/** What an edit does to the lines of a text, by the numbers that they have before it. */
export interface ChoiceLines {
  readonly leaving: readonly number[];
  readonly coming: readonly ComingLines[];
}

export interface ComingLines {
  /** The line below which they come; 0 for the top. */
  readonly after: number;
  readonly lines: readonly string[];
}

const head = /^@@ -(\d{1,9})/;

/** The lines that go and those that come between two texts. */
export function choiceLines(before: string, after: string): ChoiceLines {
  const leaving: number[] = [];
  const coming = new Map<number, string[]>();
  let next: number | undefined;
  for (const line of unifiedDiff('text', before, after).split('\n')) {
    const start = head.exec(line)?.[1];
    if (start !== undefined) {
      next = Number(start);
    } else if (next === undefined) {
      // The names of the files.
    } else if (line.startsWith('-')) {
      leaving.push(next);
      next += 1;
    } else if (line.startsWith('+')) {
      const known = coming.get(next - 1);
      const text = line.slice(1).replace(/\r$/, '');
      if (known === undefined) coming.set(next - 1, [text]);
      else known.push(text);
    } else if (line.startsWith(' ')) next += 1;
  }
  return { leaving, coming: [...coming].map(([at, lines]) => ({ after: at, lines })) };
}
