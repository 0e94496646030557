import type { RawDocument } from '../input/split-documents.ts';

/** A line with something on it that is no comment, no document marker and no directive. */
const contentLine = /^(?!\uFEFF?(?:---|\.\.\.)[ \t]*(?:#.*)?\r?$)[\uFEFF \t]*[^\s#%\uFEFF]/m;

/** Whether there is anything in a document but blanks and comments. */
export function hasContent({ text, problem }: RawDocument): boolean {
  return problem !== undefined || contentLine.test(text);
}
