import { editsBetween } from '../../yaml/text-diff.ts';
import { keepsMac } from '../check/encrypted.ts';
import { SourceText } from '../check/source-text.ts';
import type { Taken } from '../hosted/taken.ts';
import { type Given, openFile } from '../input/open-file.ts';
import type { Taking } from '../taking.ts';

/** A file after its parts were changed. */
export interface PutBack {
  readonly file: SourceText;
  /** Its parts, in the order of those that were changed. */
  readonly parts: readonly Given[];
}

/**
 * Puts changed parts back into their file. All other lines of it stay as they are.
 * @param changed the text of each part now
 * @returns undefined if the file, read again, does not hold what was put into it, or SOPS could not
 * decrypt it any more
 */
export function putBack(
  file: SourceText,
  parts: readonly Given[],
  changed: (part: Given) => string,
  as: Taking['as'],
  taken?: Taken,
): PutBack | undefined {
  const text = file.changed(
    parts.map((part) => ({
      source: part.source,
      edits: editsBetween(part.source.text, changed(part)),
    })),
  );
  if (text === file.text) return { file, parts };
  const after = new SourceText(file.file, text);
  const opened = openFile(after, as, taken);
  const isSame = parts.every((part, index) => {
    const now = opened.parts[index];
    return now?.about === part.about && sameEnd(now.source.text, changed(part));
  });
  return isSame && opened.parts.length === parts.length && keepsMac(file, after)
    ? { file: after, parts: opened.parts }
    : undefined;
}

/** A host may keep or drop the line break at the end of what is in it. */
export function sameEnd(a: string, b: string): boolean {
  return a.trimEnd() === b.trimEnd();
}
