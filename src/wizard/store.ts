import { create } from 'zustand';
import type { DocumentName, DocumentRefusal } from '../agent/documents/documents.ts';
import type { Path } from '../yaml/path.ts';
import { withReadable } from './readable.ts';
import type { Work } from './work.ts';

/** One thing somebody did, as undo names it: "Undo: harden container dogstatsd". */
interface HistoryStep {
  readonly title: string;
  readonly before: Work | undefined;
  readonly after: Work | undefined;
}

/** A place that the preview is asked to show; a new object asks anew. */
export type Reveal =
  | { readonly document: DocumentName; readonly path: Path }
  // Of a text that cannot be read, only lines are known.
  | { readonly document: DocumentName; readonly line: number };

export interface WizardState {
  /** Undefined until a file is brought or the starter is chosen. */
  readonly work: Work | undefined;
  /**
   * The work that all that derives shows. It is `work`, or, for a few frames while somebody types
   * in the editor, what that was before.
   */
  readonly settled: Work | undefined;
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  /** The merge key of the last step while it is still open: a step with the same one joins it. */
  readonly openKey: string | undefined;
  /** What a screen reader is told after an action; also the short confirmation on the page. */
  readonly announcement: { readonly text: string } | undefined;
  /** Changes that the last action could not make, each with its reason. */
  readonly refused: readonly DocumentRefusal[];
  readonly reveal: Reveal | undefined;
  /** What a link or a draft brought that had to be adjusted, for people. */
  readonly notices: readonly string[];
  /** The share link's payload that the present work was opened from or shared as. */
  readonly openedConfig: string | undefined;
  /** The field that has the focus, so that its lines can be marked. */
  readonly activeField: string | undefined;
}

export const useWizard = create<WizardState>()(() => ({
  work: undefined,
  settled: undefined,
  past: [],
  future: [],
  openKey: undefined,
  announcement: undefined,
  refused: [],
  reveal: undefined,
  notices: [],
  openedConfig: undefined,
  activeField: undefined,
}));

const historyLimit = 500;

export interface Step {
  readonly title: string;
  readonly announcement?: string;
  /** Steps of one kind that follow each other, such as letters typed into one field, are one step. */
  readonly mergeKey?: string;
  readonly refused?: readonly DocumentRefusal[];
  /** Whether what derives may follow in a later frame, by `settle`. */
  readonly unsettled?: boolean;
}

/** Makes `after` the present work, as one undoable step. Nothing changed: nothing is recorded. */
export function commit(after: Work | undefined, step: Step): void {
  // What is joined to the last step needs no settled work to begin from.
  const joins = step.mergeKey !== undefined && step.mergeKey === useWizard.getState().openKey;
  if (!step.unsettled || !joins) settle();
  useWizard.setState((state) => {
    const told = {
      refused: step.refused ?? [],
      announcement:
        step.announcement === undefined ? state.announcement : { text: step.announcement },
    };
    if (after === state.work) return told;
    const work = step.unsettled ? after : after && withReadable(after, state.work);
    const last = state.past.at(-1);
    const isMerged = last && joins;
    const entry = { title: step.title, before: isMerged ? last.before : state.work, after: work };
    const past = isMerged ? state.past.slice(0, -1) : state.past;
    return {
      ...told,
      work,
      settled: step.unsettled ? state.settled : work,
      past: [...past, entry].slice(-historyLimit),
      future: [],
      openKey: step.mergeKey,
    };
  });
}

/** Whether what derives is behind the work. */
export function isUnsettled({ work, settled }: WizardState): boolean {
  return work !== settled;
}

/** Lets what derives catch up with the work, if it is behind. */
export function settle(): void {
  useWizard.setState((state) => {
    if (!isUnsettled(state)) return {};
    const work = state.work && withReadable(state.work, state.settled);
    const last = state.past.at(-1);
    const isLast = last !== undefined && last.after === state.work;
    const past = isLast ? [...state.past.slice(0, -1), { ...last, after: work }] : state.past;
    return { work, settled: work, past };
  });
}

/** Ends a run of mergeable steps: what is typed next is a step of its own. */
export function endMerge(): void {
  useWizard.setState({ openKey: undefined });
}

export function undo(): void {
  settle();
  useWizard.setState(({ past, future }) => {
    const step = past.at(-1);
    if (!step) return {};
    return {
      work: step.before,
      settled: step.before,
      past: past.slice(0, -1),
      future: [step, ...future],
      openKey: undefined,
      refused: [],
      announcement: { text: `Undone: ${step.title}` },
    };
  });
}

export function redo(): void {
  settle();
  useWizard.setState(({ past, future }) => {
    const [step, ...rest] = future;
    if (!step) return {};
    return {
      work: step.after,
      settled: step.after,
      past: [...past, step],
      future: rest,
      openKey: undefined,
      refused: [],
      announcement: { text: `Redone: ${step.title}` },
    };
  });
}

export function announce(text: string): void {
  useWizard.setState({ announcement: { text } });
}

export function revealInPreview(document: DocumentName, path: Path): void {
  useWizard.setState({ reveal: { document, path } });
}

/** Shows a line, as `revealInPreview` shows a place. */
export function revealLine(document: DocumentName, line: number): void {
  useWizard.setState({ reveal: { document, line } });
}

export function setActiveField(activeField: string | undefined): void {
  useWizard.setState({ activeField });
}

let arriving = false;

/** Gives a field the focus on behalf of somebody who asked for it, or for a problem there. */
export function arriveAtField(focus: () => void): void {
  arriving = true;
  try {
    focus();
  } finally {
    arriving = false;
  }
}

/** Whether a field gets the focus without somebody having put it there. */
export function isArriving(): boolean {
  return arriving;
}
