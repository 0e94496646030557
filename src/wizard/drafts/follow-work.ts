import { readDraft } from '../../share/draft.ts';
import { openWork, wizard } from '../store.ts';
import { readStored, removeStored } from '../stored.ts';
import { restoreHistory } from './keep-history.ts';
import { beginWith, storeWork, tabKey } from './keep-work.ts';
import { useKeeping } from './keeping.ts';
import { isOnlyHere, workName } from './own-work.ts';

/** Milliseconds without a change before the work is stored. */
const pause = 60;

/** Stores the work whenever it has rested for a moment, and when the page is left or hidden. */
export function followWork(): void {
  let timer: number | undefined;
  const store = () => {
    if (timer === undefined) return;
    window.clearTimeout(timer);
    timer = undefined;
    storeWork();
  };
  const storeSoon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(store, pause);
  };
  wizard.subscribe((state, previous) => {
    if (state.work !== previous.work || state.settled !== previous.settled) storeSoon();
  });
  window.addEventListener('hashchange', () => {
    if (wizard.getState().work) storeSoon();
  });
  window.addEventListener('pagehide', store);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') store();
  });
  window.addEventListener('beforeunload', (event) => {
    store();
    const { work } = wizard.getState();
    const isLost = useKeeping.getState().kept.where === 'nowhere';
    // What nobody keeps is lost with the page: the browser asks first.
    if (work && isLost && isOnlyHere(work)) event.preventDefault();
  });
}

/** Puts back what this tab worked on. It is no change: nothing is stored, nothing to undo. */
export function restoreTab(): void {
  // An earlier version kept the work here without asking.
  removeStored('local', 'draft');
  const text = readStored('session', tabKey);
  const draft = text === undefined ? undefined : readDraft(text);
  if (!draft) return;
  openWork(draft.work, { name: workName(draft.work), draftId: draft.id });
  wizard.setState({ openedConfig: draft.config });
  beginWith(draft);
  restoreHistory();
}
