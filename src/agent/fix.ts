import type { Change } from '../yaml/change.ts';
import { changeText } from '../yaml/change-text.ts';
import {
  type DocumentChange,
  type DocumentName,
  type DocumentRefusal,
  type Documents,
  documentNames,
} from './documents.ts';
import type { Fix } from './finding.ts';

export interface FixOutcome {
  readonly documents: Documents;
  /** Changes that could not be made, each with its reason; the others were. */
  readonly refused: readonly DocumentRefusal[];
}

/** Applies one fix, whole or not at all: half a fix may be worse than none. */
export function applyFix(documents: Documents, fix: Fix): FixOutcome {
  const outcome = applyChanges(documents, fix.changes);
  return outcome.refused.length === 0 ? outcome : { ...outcome, documents };
}

/** Applies changes to both documents, each text edited once. */
export function applyChanges(documents: Documents, changes: readonly DocumentChange[]): FixOutcome {
  const texts: Record<DocumentName, string> = { ...documents };
  const refused: DocumentRefusal[] = [];
  for (const document of documentNames) {
    const own: Change[] = changes.flatMap((one) => (one.document === document ? [one.change] : []));
    if (own.length === 0) continue;
    const changed = changeText(texts[document], own);
    texts[document] = changed.text;
    refused.push(...changed.refused.map((refusal) => ({ document, refusal })));
  }
  return { documents: texts, refused };
}
