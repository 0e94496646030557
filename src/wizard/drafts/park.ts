import { type DocumentName, documentNames } from '../../agent/documents/documents.ts';
import { type Draft, writeDraft } from '../../share/draft.ts';
import { currentRoute } from '../route.ts';
import { newId, openWork, settle, wizard } from '../store.ts';
import { writeStored } from '../stored.ts';
import {
  draftKey,
  keepOnPage,
  type ListedDraft,
  refreshDrafts,
  removeDraft,
} from './draft-list.ts';
import { beginAnew, beginWith, presentDraft, storeWork } from './keep-work.ts';
import { useKeeping } from './keeping.ts';
import { isOnlyHere, workName } from './own-work.ts';

/**
 * Puts the present work among the earlier drafts, as far as it is nowhere else, because something
 * is opened in its place. It is kept where it was kept so far.
 * @param names the documents that are replaced
 * @param goesOn whether the rest of the work stays open, so that what is put away is a copy
 * @returns what to tell, for people; empty if there was nothing to put away
 */
export function parkWork(
  names: readonly DocumentName[] = documentNames,
  goesOn = false,
): readonly string[] {
  settle();
  const { work } = wizard.getState();
  if (!work || !isOnlyHere(work, names)) return [];
  storeWork();
  const draft = presentDraft();
  if (!draft) return [];
  const { where } = useKeeping.getState().kept;
  if (where !== 'browser' || goesOn) putAway(goesOn ? { ...draft, id: newId() } : draft);
  return [`Your work on ${workName(work)} is among the earlier drafts on Start.`];
}

function putAway(draft: Draft): void {
  const { where } = useKeeping.getState().kept;
  const key = draftKey(draft.id);
  const outcome =
    where === 'browser'
      ? writeStored('local', key, writeDraft({ ...draft, stamp: newId() }))
      : where === 'tab' && writeStored('session', key, writeDraft(draft));
  if (outcome !== 'kept') keepOnPage(draft);
  refreshDrafts();
}

/** Begins work that is no draft yet: `parkWork` has to come first. */
export function beginDraft(): string {
  beginAnew();
  return newId();
}

/** Goes on with an earlier draft; what is open now takes its place among them. */
export function continueDraft(listed: ListedDraft): void {
  const notices = parkWork();
  const { draft, place } = listed;
  openWork(draft.work, {
    name: workName(draft.work),
    announcement: 'Your earlier work is back.',
    draftId: draft.id,
    notices,
  });
  const { config } = currentRoute();
  wizard.setState({ openedConfig: config ?? draft.config });
  beginWith(draft);
  // What this tab works on is not among the earlier drafts of it.
  if (place !== 'browser') removeDraft(listed);
  storeWork();
  refreshDrafts();
}
