import { create } from 'zustand';
import type { DocumentName } from '../../agent/documents.ts';
import { useWizard, type Work } from '../store.ts';
import { type FieldPlace, fieldPath } from './field-path.ts';

interface View {
  readonly document: DocumentName;
  /** The place that was last asked for; a new object asks anew. */
  readonly asked: FieldPlace | undefined;
  /** Whether the changes are shown instead of the file. */
  readonly changes: boolean;
  readonly problemsOpen: boolean;
  /** The id of the problem that was last gone to. */
  readonly problem: string | undefined;
}

/** What the preview is showing: how the page looks, so no part of undo. */
export const useView = create<View>()(() => ({
  document: 'values',
  asked: undefined,
  changes: false,
  problemsOpen: true,
  problem: undefined,
}));

export function showDocument(document: DocumentName): void {
  useView.setState({ document });
}

export function toggleChanges(): void {
  useView.setState(({ changes }) => ({ changes: !changes }));
}

export function toggleProblems(): void {
  useView.setState(({ problemsOpen }) => ({ problemsOpen: !problemsOpen }));
}

export function selectProblem(problem: string): void {
  useView.setState({ problem });
}

/** Another file begins at its own first problem, on its own tab. */
function fileOpened(now: Work, before: Work | undefined): void {
  const valuesKept = now.originals.values === before?.originals.values;
  useView.setState({ document: valuesKept ? 'namespace' : 'values', asked: undefined });
}

// Going to a place shows its file; so does focusing a field whose answer has a place in one.
useWizard.subscribe((now, before) => {
  if (now.work && now.work.originals !== before.work?.originals) fileOpened(now.work, before.work);
  if (now.reveal && now.reveal !== before.reveal) {
    useView.setState({ document: now.reveal.document, asked: now.reveal });
  } else if (now.activeField !== undefined && now.activeField !== before.activeField) {
    const place = fieldPath(now.activeField);
    if (place) useView.setState({ document: place.document, asked: place });
  }
});
