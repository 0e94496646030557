import { credentialIn } from '../../share/draft.ts';
import {
  type KeptState,
  type KeptStep,
  readHistory,
  writeHistory,
} from '../../share/kept-history.ts';
import { type HistoryStep, wizard } from '../store.ts';
import { readStored, removeStored, writeStored } from '../stored.ts';
import type { Work } from '../work.ts';
import { useKeeping } from './keeping.ts';

/*
 * What can be undone and redone is kept for the tab beside its work. A step that nobody asked to
 * keep and that holds a credential ends it: what is before such a step is not stored either.
 */

const key = 'history';
/** Steps in either direction, and letters of all of them. */
const maxSteps = 50;
const maxLength = 400_000;

const harmless = new WeakMap<Work, boolean>();

function isHarmless(work: Work): boolean {
  const known = harmless.get(work);
  if (known !== undefined) return known;
  const found = credentialIn(work) === undefined;
  harmless.set(work, found);
  return found;
}

/** The same object for the same step: what it takes to store it is worked out once. */
function keptStep(step: HistoryStep, before: Work, after: Work): KeptStep {
  const known = keptSteps.get(step);
  if (known) return known;
  const made = { title: step.title, before: stateOf(before), after: stateOf(after) };
  keptSteps.set(step, made);
  return made;
}

function stateOf({ documents, answers }: Work): KeptState {
  return { documents, ...(answers ? { answers } : {}) };
}

const keptSteps = new WeakMap<HistoryStep, KeptStep>();

/** Stores the steps around the present work. */
export function storeHistory(): void {
  const { past, future, draftId } = wizard.getState();
  const mayKeepAll = useKeeping.getState().chosen !== undefined;
  const kept = (steps: readonly HistoryStep[]) => {
    const found: KeptStep[] = [];
    for (const step of steps.slice(0, maxSteps)) {
      const { before, after } = step;
      if (!before || !after) break;
      if (!mayKeepAll && !(isHarmless(before) && isHarmless(after))) break;
      found.push(keptStep(step, before, after));
    }
    return found;
  };
  const history = { past: kept(past.toReversed()).toReversed(), future: kept(future) };
  const text = writeHistory(draftId, history);
  const isEmpty = history.past.length + history.future.length === 0;
  if (isEmpty || text.length > maxLength || writeStored('session', key, text) !== 'kept') {
    forgetHistory();
  }
}

export function forgetHistory(): void {
  removeStored('session', key);
}

/** Puts back what could be undone and redone before a reload. */
export function restoreHistory(): void {
  const { work, draftId } = wizard.getState();
  const stored = readStored('session', key);
  if (!work || stored === undefined) return;
  const history = readHistory(stored, draftId, stateOf(work));
  // The same state is the same work, so that one step ends where the next begins.
  const works = new Map<string, Work>([[keyOf(stateOf(work)), work]]);
  const workOf = (state: KeptState): Work => {
    const known = works.get(keyOf(state));
    if (known) return known;
    const made = { ...state, originals: work.originals };
    works.set(keyOf(state), made);
    // It was looked at before it was stored.
    harmless.set(made, true);
    return made;
  };
  const stepOf = ({ title, before, after }: KeptStep): HistoryStep => ({
    title,
    before: workOf(before),
    after: workOf(after),
  });
  wizard.setState({ past: history.past.map(stepOf), future: history.future.map(stepOf) });
}

function keyOf({ documents: { values, namespace }, answers }: KeptState): string {
  return JSON.stringify([values, namespace, answers]);
}
