import type { Change } from '../../yaml/change.ts';
import { changeText } from '../../yaml/change-text.ts';
import { changeKey } from '../../yaml/plain-data.ts';
import type { DocumentChange, DocumentName, DocumentRefusal, Documents } from './documents.ts';

/** Documents after changes; with a refusal, as they were before. */
export interface Applied {
  readonly documents: Documents;
  /** What could not be made, each with its reason. */
  readonly refused: readonly DocumentRefusal[];
}

/**
 * Makes changes of data in the documents' texts, all or none: half of them may be worse than
 * none, as a mount without its volume is. Equal changes are made once, so that two fixes may ask
 * for the same volume.
 */
export function applyChanges(documents: Documents, changes: readonly DocumentChange[]): Applied {
  return apply(documents, changes, (own) => (own.length === 0 ? [] : [own]));
}

/**
 * As `applyChanges`, but one after the other, and equal ones as often as they come: the first
 * item of a list may well be removed twice.
 */
export function applyInOrder(documents: Documents, changes: readonly DocumentChange[]): Applied {
  return apply(documents, changes, runs);
}

function apply(
  documents: Documents,
  changes: readonly DocumentChange[],
  cut: (own: readonly Change[]) => readonly (readonly Change[])[],
): Applied {
  const refused: DocumentRefusal[] = [];
  const changed = (document: DocumentName): string => {
    const own = changes.flatMap((one) => (one.document === document ? [one.change] : []));
    let text = documents[document];
    for (const run of cut(own)) {
      const result = changeText(text, run);
      refused.push(...result.refused.map((refusal) => ({ document, refusal })));
      text = result.text;
    }
    return text;
  };
  const after = { values: changed('values'), namespace: changed('namespace') };
  return { documents: refused.length === 0 ? after : documents, refused };
}

/** Cuts a list of changes where one comes a second time. */
function runs(changes: readonly Change[]): Change[][] {
  const cut: Change[][] = [];
  let seen = new Set<string>();
  for (const change of changes) {
    const key = changeKey(change);
    const run = cut.at(-1);
    if (run === undefined || seen.has(key)) {
      cut.push([change]);
      seen = new Set([key]);
    } else {
      run.push(change);
      seen.add(key);
    }
  }
  return cut;
}
