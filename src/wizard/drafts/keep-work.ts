import { credentialIn, type Draft, type Keeping, stampOf, writeDraft } from '../../share/draft.ts';
import { assessmentOf } from '../assessment-of.ts';
import { lastReadable } from '../readable.ts';
import { currentRoute } from '../route.ts';
import { isUnsettled, newId, notify, wizard } from '../store.ts';
import { type Outcome, readStored, removeStored, writeStored } from '../stored.ts';
import type { Work } from '../work.ts';
import { draftKey } from './draft-list.ts';
import { forgetHistory, storeHistory } from './keep-history.ts';
import { type Kept, useKeeping } from './keeping.ts';

/*
 * The memory of the present work. It is kept for its tab, so that a reload loses nothing; in the
 * browser when somebody asks for that; and nowhere if a credential is in it and nobody was asked.
 *
 * Two tabs may work on one draft: a duplicated tab does, and so do two that continue the same one.
 * Each write leaves a stamp. Who finds another one than the last it knows of goes on as a draft of
 * its own, so that neither overwrites the other.
 */

/** The key of what this tab works on. */
export const tabKey = 'tab';

/** What was stored last. What is the same needs no storing: to restore is no change. */
let stored: { readonly work: Work | undefined; readonly left: number | undefined } | undefined;
/** When the work was changed last. */
let time = new Date();
/** The stamp of the present draft in the browser's storage, as this tab knows it. */
let stamp: string | undefined;
/** What became of the last try to keep it there. */
let inBrowser: Outcome = 'kept';

/** The present work begins as a draft that is stored already. */
export function beginWith(draft: Draft): void {
  const { work, settled } = wizard.getState();
  time = draft.time;
  stamp = draft.stamp;
  inBrowser = 'kept';
  stored = { work, left: problemsLeft(settled) };
  useKeeping.setState({ chosen: draft.keeping, kept: { where: draft.keeping ?? 'tab' } });
}

/** The present work begins as a draft that nobody was asked about. */
export function beginAnew(): void {
  time = new Date();
  stamp = undefined;
  stored = undefined;
  useKeeping.setState({ chosen: undefined, kept: { where: 'tab' } });
}

/** The present work as a draft; undefined while there is none. */
export function presentDraft(): Draft | undefined {
  const state = wizard.getState();
  const { work, settled, openedConfig } = state;
  if (!work) return undefined;
  const readable = isUnsettled(state) && settled ? { readable: lastReadable(settled) } : {};
  const left = problemsLeft(settled);
  return {
    ...identity(),
    work: { ...work, ...readable },
    step: currentRoute().step,
    time,
    ...(openedConfig === undefined ? {} : { config: openedConfig }),
    ...(left === undefined ? {} : { left }),
  };
}

function problemsLeft(settled: Work | undefined): number | undefined {
  const result = settled && assessmentOf(settled.documents);
  if (!result?.ok) return undefined;
  return result.assessment.problems.filter(({ effect }) => effect !== 'advice').length;
}

/** Stores the present work where it is to be kept. */
export function storeWork(): void {
  const draft = presentDraft();
  const { work } = wizard.getState();
  if (!draft || !work) return;
  const isChanged = stored?.work !== work;
  if (isChanged && stored) time = new Date();
  const hasMore = isChanged || stored?.left !== draft.left;
  stored = { work, left: draft.left };
  const kept = keep({ ...draft, time }, hasMore);
  useKeeping.setState({ kept });
  if (kept.where === 'nowhere') forgetHistory();
  else storeHistory();
}

function keep(draft: Draft, hasMore: boolean): Kept {
  const { chosen } = useKeeping.getState();
  const credential = chosen === undefined ? credentialIn(draft.work) : undefined;
  if (credential || chosen === 'nowhere') {
    removeStored('session', tabKey);
    return { where: 'nowhere', ...(credential ? { credential } : {}) };
  }
  if (chosen === 'browser' && hasMore) inBrowser = keepInBrowser(draft);
  // In the browser it may have become a draft of its own, or have been taken out of it.
  const inTab = writeStored('session', tabKey, writeDraft({ ...draft, ...identity() }));
  const isWanted = useKeeping.getState().chosen === 'browser';
  const problem = isWanted && inBrowser !== 'kept' ? inBrowser : inTab;
  const fallback = inTab === 'kept' ? 'tab' : 'nowhere';
  return {
    where: isWanted && inBrowser === 'kept' ? 'browser' : fallback,
    ...(problem === 'kept' ? {} : { problem }),
  };
}

/** What a draft of the present work is known by. */
function identity(): Pick<Draft, 'id' | 'stamp' | 'keeping'> {
  const { draftId } = wizard.getState();
  const { chosen } = useKeeping.getState();
  return {
    id: draftId,
    ...(stamp === undefined ? {} : { stamp }),
    ...(chosen === undefined ? {} : { keeping: chosen }),
  };
}

function keepInBrowser(draft: Draft): Outcome {
  const there = readStored('local', draftKey(draft.id));
  if (there === undefined && stamp !== undefined) {
    stamp = undefined;
    useKeeping.setState({ chosen: 'tab' });
    notify(
      'This draft was deleted from the browser in another tab. Your work here is kept for this tab.',
    );
    return 'kept';
  }
  if (there !== undefined && stampOf(there) !== stamp) {
    wizard.setState({ draftId: newId() });
    notify(
      'This draft was changed in another tab. Your work here goes on as a draft of its own; Start lists both.',
    );
  }
  const { draftId } = wizard.getState();
  const next = newId();
  const text = writeDraft({ ...draft, id: draftId, stamp: next });
  const outcome = writeStored('local', draftKey(draftId), text);
  if (outcome === 'kept') stamp = next;
  return outcome;
}

/** Keeps the present work there from now on, and takes it out of where it was kept so far. */
export function chooseKeeping(chosen: Keeping): void {
  if (chosen !== 'browser') forgetInBrowser();
  useKeeping.setState({ chosen });
  stored = undefined;
  storeWork();
}

/** Takes the present draft out of the browser; one that another tab has written since is that tab's. */
function forgetInBrowser(): void {
  const { draftId } = wizard.getState();
  const there = readStored('local', draftKey(draftId));
  if (there !== undefined && stampOf(there) === stamp) removeStored('local', draftKey(draftId));
  else if (there !== undefined) wizard.setState({ draftId: newId() });
  stamp = undefined;
}

/** This tab's work as it is stored, for when it cannot be put back. */
export function keptText(): string | undefined {
  return readStored('session', tabKey);
}

/** Forgets this tab's work. */
export function forgetKept(): void {
  removeStored('session', tabKey);
  forgetHistory();
}
