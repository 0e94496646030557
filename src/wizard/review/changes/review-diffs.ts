import { type DocumentName, documentNames } from '../../../agent/documents/documents.ts';
import { fileText, openedText } from '../../hosted/file-texts.ts';
import type { Work } from '../../work.ts';
import { type FileDiff, fileDiff } from './file-diff.ts';

/** A file that differs from what was opened. */
export interface ChangedFile {
  readonly document: DocumentName;
  readonly before: string;
  readonly after: string;
  readonly diff: FileDiff;
}

/** The files that differ from what was opened, with how. */
export function changedFiles(work: Work): readonly ChangedFile[] {
  return documentNames.flatMap((document) => {
    const before = openedText(work, document);
    const after = fileText(work, document);
    return before === after ? [] : [{ document, before, after, diff: fileDiff(before, after) }];
  });
}

/** All changed lines together. */
export function countLines(files: readonly ChangedFile[]): {
  readonly added: number;
  readonly removed: number;
} {
  return {
    added: files.reduce((sum, { diff }) => sum + diff.added, 0),
    removed: files.reduce((sum, { diff }) => sum + diff.removed, 0),
  };
}

/** A change's name on the page, by which it takes the focus. */
export function changeId(document: DocumentName, number: number): string {
  return `change-${document}-${number}`;
}

/** The change that is `by` further on, over the ends of files; from nowhere, the first or the last. */
export function changeFrom(
  files: readonly ChangedFile[],
  present: string | undefined,
  by: 1 | -1,
): { readonly document: DocumentName; readonly number: number } | undefined {
  const all = files.flatMap(({ document, diff }) =>
    diff.changes.map(({ number }) => ({ document, number })),
  );
  const at = all.findIndex(({ document, number }) => changeId(document, number) === present);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  return all[next];
}
