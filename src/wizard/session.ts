import { type Draft, draftOf, readDraft } from '../share/draft.ts';
import { restoreWork } from './actions.ts';
import { currentRoute } from './route.ts';
import { settle, useWizard } from './store.ts';
import { readStored, removeStored, writeStored } from './stored.ts';
import type { Work } from './work.ts';

/*
 * The browser's memory of the work: this tab's, so that a refresh loses nothing, and the latest of
 * any tab, which Start offers as a draft. Files that hold credentials are in neither (share/draft).
 */

const key = 'draft';
/** Milliseconds without a change before the work is stored. */
const pause = 400;

/** Stores the work whenever it has rested for a moment, and when the page goes. */
export function keepSession(): void {
  let timer: number | undefined;
  const store = () => {
    window.clearTimeout(timer);
    timer = undefined;
    storeWork();
  };
  useWizard.subscribe((state, previous) => {
    if (state.work === previous.work) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(store, pause);
  });
  window.addEventListener('pagehide', () => {
    if (timer !== undefined) store();
  });
  window.addEventListener('hashchange', () => {
    if (useWizard.getState().work) timer ??= window.setTimeout(store, pause);
  });
  window.addEventListener('beforeunload', (event) => {
    const { work } = useWizard.getState();
    if (timer !== undefined) store();
    // What nobody keeps is lost with the page: the browser asks first.
    if (work && isOwnWork(work) && !kept) event.preventDefault();
  });
}

/** Whether the work as it is now would survive a refresh. */
let kept = true;

function storeWork(): void {
  settle();
  const { work, openedConfig } = useWizard.getState();
  const draft = work && draftOf(work, { step: currentRoute().step, config: openedConfig });
  if (!draft?.ok) {
    removeStored('session', key);
    kept = false;
    return;
  }
  kept = writeStored('session', key, draft.text);
  // An untouched starter is no work to come back to.
  if (work && isOwnWork(work)) writeStored('local', key, draft.text);
}

function isOwnWork({ documents, originals }: Work): boolean {
  return (
    originals.values.source !== 'starter' ||
    originals.namespace.source !== 'starter' ||
    documents.values !== originals.values.text ||
    documents.namespace !== originals.namespace.text
  );
}

/** Puts back what this tab worked on. */
export function restoreSession(): void {
  const draft = read('session');
  if (!draft) return;
  restoreWork(draft.work, 'restore this tab');
  // A refresh is no action: nothing to undo, nothing to announce.
  useWizard.setState({ past: [], announcement: undefined, openedConfig: draft.config });
}

/** This tab's work as it is stored, for when it cannot be put back. */
export function keptText(): string | undefined {
  return readStored('session', key);
}

/** Forgets this tab's work. */
export function forgetKept(): void {
  removeStored('session', key);
}

function read(kind: 'local' | 'session'): Draft | undefined {
  const text = readStored(kind, key);
  return text === undefined ? undefined : readDraft(text);
}

/** The draft that Start offers, if there is one. */
export function offeredDraft(): Draft | undefined {
  return read('local');
}

export function discardDraft(): void {
  removeStored('local', key);
}
