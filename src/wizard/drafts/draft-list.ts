import { create } from 'zustand';
import { type Draft, readDraft } from '../../share/draft.ts';
import { wizard } from '../store.ts';
import { onStoredElsewhere, readStored, removeStored, storedKeys } from '../stored.ts';

/*
 * Earlier drafts: those that somebody asked this browser to keep, those of this tab, and those of
 * this page that may not be stored or could not be.
 */

/** Where a draft is. */
export type Place = 'browser' | 'tab' | 'page';

export interface ListedDraft {
  readonly draft: Draft;
  readonly place: Place;
}

const start = 'draft:';
let onPage: readonly Draft[] = [];

/** The key of a draft in either storage. */
export function draftKey(id: string): string {
  return start + id;
}

/** All but the one that is open, the latest first. */
export const useDrafts = create<{ readonly list: readonly ListedDraft[] }>()(() => ({ list: [] }));

/** Looks at what there is. */
export function refreshDrafts(): void {
  const { work, draftId } = wizard.getState();
  const all = [...inStorage('local'), ...inStorage('session'), ...onPage.map(asPage)];
  const others = all.filter(({ draft }) => !work || draft.id !== draftId);
  const list = others.sort((a, b) => b.draft.time.getTime() - a.draft.time.getTime());
  useDrafts.setState({ list });
}

/** Keeps the list true while it is shown. */
export function followDrafts(): () => void {
  refreshDrafts();
  return onStoredElsewhere(refreshDrafts);
}

function inStorage(kind: 'local' | 'session'): ListedDraft[] {
  const place = kind === 'local' ? 'browser' : 'tab';
  return storedKeys(kind, start).flatMap((key) => {
    const text = readStored(kind, key);
    const draft = text === undefined ? undefined : readDraft(text);
    return draft ? [{ draft, place }] : [];
  });
}

function asPage(draft: Draft): ListedDraft {
  return { draft, place: 'page' };
}

/** Keeps a draft as long as the page is open, and nowhere else. */
export function keepOnPage(draft: Draft): void {
  onPage = [...onPage, draft];
}

/** Takes a draft out of the place where it is. */
export function removeDraft({ draft, place }: ListedDraft): void {
  if (place === 'browser') removeStored('local', draftKey(draft.id));
  else if (place === 'tab') removeStored('session', draftKey(draft.id));
  else onPage = onPage.filter((one) => one !== draft);
  refreshDrafts();
}
