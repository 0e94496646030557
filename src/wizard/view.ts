import { create } from 'zustand';
import type { DocumentName } from '../agent/documents/documents.ts';
import type { Problem } from '../agent/rules/finding.ts';
import { placeOf, readingOf } from '../agent/settings/places/places.ts';
import { assessmentOf } from './assessment-of.ts';
import { lastReadable } from './readable.ts';
import { currentRoute, type StepId } from './route.ts';
import { type Reveal, wizard } from './store.ts';
import type { Work } from './work.ts';

/** A place in view. */
export interface Asked {
  readonly place: Reveal;
  /** Whether the cursor goes there too; it stays where it was if only a field got the focus. */
  readonly withCursor: boolean;
}

/** Where the cursor of the editor stands. */
export interface CursorPlace {
  readonly document: DocumentName;
  readonly line: number;
  readonly column: number;
}

interface View {
  readonly document: DocumentName;
  /** The place that was last asked for; a new object asks anew. */
  readonly asked: Asked | undefined;
  readonly cursor: CursorPlace | undefined;
  /** Whether the changes are shown instead of the file. */
  readonly changes: boolean;
  /** Whether the changes stand in two columns even where there is little room. */
  readonly sideBySide: boolean;
  readonly problemsOpen: boolean;
  /** The id of the problem that was last gone to. */
  readonly problem: string | undefined;
}

/** What the preview is showing: how the page looks, so no part of undo. */
export const useView = create<View>()(() => ({
  document: 'values',
  asked: undefined,
  cursor: undefined,
  changes: false,
  sideBySide: false,
  problemsOpen: true,
  problem: undefined,
}));

export function showDocument(document: DocumentName): void {
  useView.setState({ document });
}

/** Shows what differs from the file as it was opened. */
export function showChanges(): void {
  useView.setState({ changes: true });
}

export function toggleChanges(): void {
  useView.setState(({ changes }) => ({ changes: !changes }));
}

export function toggleSideBySide(): void {
  useView.setState(({ sideBySide }) => ({ sideBySide: !sideBySide }));
}

export function toggleProblems(): void {
  useView.setState(({ problemsOpen }) => ({ problemsOpen: !problemsOpen }));
}

export function moveCursor(cursor: CursorPlace): void {
  useView.setState({ cursor });
}

export function selectProblem(problem: string): void {
  useView.setState({ problem });
}

/** Shows the file that a step writes; where it writes both or none, the one on show stays. */
export function showFileOf(step: StepId): void {
  const document = fileOf[step];
  if (document !== undefined) useView.setState({ document });
}

const fileOf: Readonly<Partial<Record<StepId, DocumentName>>> = {
  namespace: 'namespace',
  security: 'values',
  components: 'values',
  sidecar: 'values',
};

/** Another file begins at its own first problem, on its own tab. */
function fileOpened(now: Work, before: Work | undefined): void {
  const valuesKept = now.originals.values === before?.originals.values;
  useView.setState({ document: valuesKept ? 'namespace' : 'values', asked: undefined });
}

/** The worst problem of the field that the address names. */
function problemOf(work: Work | undefined, field: string | undefined): Problem | undefined {
  const result = work && assessmentOf(lastReadable(work));
  return result?.ok ? result.assessment.problems.find((one) => one.field === field) : undefined;
}

// Going to a place shows its file; so does focusing a field whose answer has a place in one.
wizard.subscribe((now, before) => {
  if (now.work && now.work.originals !== before.work?.originals) fileOpened(now.work, before.work);
  if (now.reveal && now.reveal !== before.reveal) {
    const asked = { place: now.reveal, withCursor: true };
    useView.setState({ document: now.reveal.document, asked });
  } else if (now.activeField !== undefined && now.activeField !== before.activeField) {
    // Who goes to a problem wants its line, not that of the control that then gets the focus.
    const { field } = currentRoute();
    const isProblemShown = now.arriving && before.activeField === field;
    if (isProblemShown && useView.getState().asked?.withCursor) return;
    const problem = now.arriving ? problemOf(now.settled, field) : undefined;
    const read = now.settled && assessmentOf(lastReadable(now.settled));
    const reading = read?.ok ? readingOf(read.assessment) : undefined;
    const place = problem ?? placeOf(now.activeField, reading);
    if (!place) return;
    const { document, path } = place;
    useView.setState({ document, asked: { place: { document, path }, withCursor: false } });
  }
});
