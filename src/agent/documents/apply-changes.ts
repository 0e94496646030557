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
  const distinct = new Map(changes.map((one) => [changeKey(one.change) + one.document, one]));
  return applyInOrder(documents, [...distinct.values()]);
}

/**
 * As `applyChanges`, but equal changes as often as they come: the first item of a list may well
 * be removed twice.
 */
export function applyInOrder(documents: Documents, changes: readonly DocumentChange[]): Applied {
  const refused: DocumentRefusal[] = [];
  const changed = (document: DocumentName): string => {
    const own = changes.flatMap((one) => (one.document === document ? [one.change] : []));
    if (own.length === 0) return documents[document];
    const result = changeText(documents[document], own);
    refused.push(...result.refused.map((refusal) => ({ document, refusal })));
    return result.text;
  };
  const after = { values: changed('values'), namespace: changed('namespace') };
  return { documents: refused.length === 0 ? after : documents, refused };
}
