import { flushSync } from 'react-dom';
import type { DocumentName } from '../../../agent/documents/documents.ts';
import { openChanges } from '../review-view.ts';
import { changeId } from './review-diffs.ts';
import { shownAtFirst } from './shown-changes.ts';

/** Shows a change, unfolding what it is in, and puts the focus on it. */
export function goToChange(document_: DocumentName, number: number): void {
  flushSync(() => openChanges(document_, number > shownAtFirst));
  const found = document.getElementById(changeId(document_, number));
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'center' });
}
