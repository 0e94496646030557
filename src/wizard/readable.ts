import { type DocumentName, type Documents, documentNames } from '../agent/documents/documents.ts';
import { assessmentOf } from './assessment-of.ts';
import type { Work } from './work.ts';

/*
 * While somebody types, a text often cannot be read for a moment. It is the truth all the same:
 * nothing is held back or put right. What the page derives stands still meanwhile at the texts as
 * they last could be read. Those are part of the work and not worked out from the history, for
 * letters typed in one go are one step of it: the texts between them are nowhere else.
 */

/** The documents that the page's settings, findings and verdict derive from. */
export function lastReadable({ documents, readable }: Work): Documents {
  return readable ?? documents;
}

/** The work with what it derives from while a document of it cannot be read. */
export function withReadable(after: Work, before: Work | undefined): Work {
  const { readable: _, ...plain } = after;
  const { documents, originals } = plain;
  const result = assessmentOf(documents);
  if (result.ok) return after.readable ? plain : after;
  const unread = new Set(result.problems.map(({ document }) => document));
  // Work that comes back from storage brings its own; there may be none before it.
  const known = after.readable ? after : before;
  const kept = known && lastReadable(known);
  const text = (name: DocumentName) => {
    if (!unread.has(name)) return documents[name];
    const isSameFile = known?.originals[name] === originals[name];
    return kept && isSameFile ? kept[name] : originals[name].text;
  };
  const texts = { values: text('values'), namespace: text('namespace') };
  const isAsKept = kept && documentNames.every((name) => kept[name] === texts[name]);
  return { ...plain, readable: isAsKept ? kept : texts };
}
