import { createStore } from 'zustand/vanilla';
import type { DocumentName, DocumentRefusal } from '../agent/documents/documents.ts';
import type { Path } from '../yaml/path.ts';
import type { FixSummary } from './fixed/fix-summary.ts';
import { withReadable } from './readable.ts';
import type { Work } from './work.ts';

/** One thing somebody did, as undo names it: "Undo: harden container dogstatsd". */
export interface HistoryStep {
  readonly title: string;
  /** What *Fix everything* did in it. */
  readonly summary?: FixSummary;
  /** What the page says of it, with a way back, while it is the last one: "Removed worker heavy." */
  readonly told?: string;
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
  /** When the last step was made, in milliseconds of the page's own clock. */
  readonly stepAt: number;
  /** What a screen reader is told after an action; also the short confirmation on the page. */
  readonly announcement: { readonly text: string } | undefined;
  /** Changes that the last action could not make, each with its reason. */
  readonly refused: readonly DocumentRefusal[];
  readonly reveal: Reveal | undefined;
  /** What a link brought that had to be adjusted, and what else is worth a word, for people. */
  readonly notices: readonly string[];
  /** The name of what was opened last, where undo ends. */
  readonly opened: string | undefined;
  /** The id of the draft that the work is: the same until other work is opened. */
  readonly draftId: string;
  /** The share link's payload that the present work was opened from or shared as. */
  readonly openedConfig: string | undefined;
  /** The field that has the focus, so that its lines can be marked. */
  readonly activeField: string | undefined;
  /** Whether a field is getting the focus without somebody having put it there. */
  readonly arriving: boolean;
  /** Since when what derives is catching up with letters typed in the editor; see `settleSoon`. */
  readonly catchingUpSince: number | undefined;
}

/** An id that no other tab has. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The page's state. It knows no React: components read it by `useWizard`. */
export const wizard = createStore<WizardState>()(() => ({
  work: undefined,
  settled: undefined,
  past: [],
  future: [],
  openKey: undefined,
  stepAt: 0,
  announcement: undefined,
  refused: [],
  reveal: undefined,
  notices: [],
  opened: undefined,
  draftId: newId(),
  openedConfig: undefined,
  activeField: undefined,
  arriving: false,
  catchingUpSince: undefined,
}));

const historyLimit = 500;

export interface Step {
  readonly title: string;
  readonly announcement?: string;
  /** Steps of one kind that follow each other, such as letters typed into one field, are one step. */
  readonly mergeKey?: string;
  /** Milliseconds after which the next one of its kind is a step of its own. */
  readonly pause?: number;
  readonly refused?: readonly DocumentRefusal[];
  readonly summary?: FixSummary;
  readonly told?: string;
  /** Whether what derives may follow in a later frame, by `settle`. */
  readonly unsettled?: boolean;
}

/** Makes `after` the present work, as one undoable step. Nothing changed: nothing is recorded. */
export function commit(after: Work | undefined, step: Step): void {
  // What is joined to the last step needs no settled work to begin from.
  const now = performance.now();
  const joins = isOfLastStep(step, wizard.getState(), now);
  if (!step.unsettled || !joins) settle();
  wizard.setState((state) => {
    const told = {
      refused: step.refused ?? [],
      announcement:
        step.announcement === undefined ? state.announcement : { text: step.announcement },
    };
    if (after === state.work) return told;
    const work = step.unsettled ? after : after && withReadable(after, state.work);
    const last = state.past.at(-1);
    const isMerged = last && joins;
    const entry: HistoryStep = {
      title: step.title,
      before: isMerged ? last.before : state.work,
      after: work,
      ...(step.summary ? { summary: step.summary } : {}),
      ...(step.told === undefined ? {} : { told: step.told }),
    };
    const past = isMerged ? state.past.slice(0, -1) : state.past;
    return {
      ...told,
      work,
      settled: step.unsettled ? state.settled : work,
      past: [...past, entry].slice(-historyLimit),
      future: [],
      openKey: step.mergeKey,
      stepAt: now,
    };
  });
}

function isOfLastStep({ mergeKey, pause }: Step, { openKey, stepAt }: WizardState, now: number) {
  const isInTime = pause === undefined || now - stepAt <= pause;
  return mergeKey !== undefined && mergeKey === openKey && isInTime;
}

/** Something that is opened in the place of what was open before. */
interface Opening {
  /** As undo names where it ends. */
  readonly name: string;
  readonly announcement?: string;
  readonly refused?: readonly DocumentRefusal[];
  /** The draft that it is. */
  readonly draftId: string;
  /** What there is to say about it. What was said of the work before no longer counts. */
  readonly notices?: readonly string[];
}

/**
 * Makes `work` the present work, with nothing to undo: what was open before is no earlier state of
 * it. Who calls this sees to it that nothing is lost.
 */
export function openWork(work: Work, opening: Opening): void {
  const { name, announcement, refused, draftId, notices } = opening;
  settle();
  wizard.setState((state) => {
    const opened = withReadable(work, state.work);
    return {
      work: opened,
      settled: opened,
      past: [],
      future: [],
      openKey: undefined,
      refused: refused ?? [],
      notices: notices ?? [],
      opened: name,
      draftId,
      announcement: announcement === undefined ? undefined : { text: announcement },
    };
  });
}

/** Adds to what the page tells; the same is told once. */
export function notify(text: string): void {
  wizard.setState(({ notices }) => (notices.includes(text) ? {} : { notices: [...notices, text] }));
}

/** Whether what derives is behind the work. */
export function isUnsettled({ work, settled }: WizardState): boolean {
  return work !== settled;
}

/** Lets what derives catch up with the work, if it is behind. */
export function settle(): void {
  wizard.setState((state) => {
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
  wizard.setState({ openKey: undefined });
}

export function undo(): void {
  settle();
  wizard.setState(({ work, past, future, opened }) => {
    const step = past.at(-1);
    if (!step) return opened === undefined ? {} : { announcement: { text: undoEnds(opened) } };
    const restored = step.before && withReadable(step.before, work);
    return {
      work: restored,
      settled: restored,
      past: past.slice(0, -1),
      future: [step, ...future],
      openKey: undefined,
      refused: [],
      announcement: { text: `Undone: ${step.title}` },
    };
  });
}

/** Why there is nothing more to undo. */
export function undoEnds(opened: string): string {
  return `Nothing to undo since ${opened} was opened`;
}

export function redo(): void {
  settle();
  wizard.setState(({ work, past, future }) => {
    const [step, ...rest] = future;
    if (!step) return {};
    const restored = step.after && withReadable(step.after, work);
    return {
      work: restored,
      settled: restored,
      past: [...past, step],
      future: rest,
      openKey: undefined,
      refused: [],
      announcement: { text: `Redone: ${step.title}` },
    };
  });
}

export function announce(text: string): void {
  wizard.setState({ announcement: { text } });
}

export function revealInPreview(document: DocumentName, path: Path): void {
  wizard.setState({ reveal: { document, path } });
}

/** Shows a line, as `revealInPreview` shows a place. */
export function revealLine(document: DocumentName, line: number): void {
  wizard.setState({ reveal: { document, line } });
}

export function setActiveField(activeField: string | undefined): void {
  wizard.setState({ activeField });
}

/** Gives a field the focus on behalf of somebody who asked for it, or for a problem there. */
export function arriveAtField(focus: () => void): void {
  wizard.setState({ arriving: true });
  try {
    focus();
  } finally {
    wizard.setState({ arriving: false });
  }
}
