import { create } from 'zustand';
import { type DocumentName, documentNames } from '../../agent/documents/documents.ts';
import { holdsValues } from '../hosted/file-texts.ts';
import { wizard } from '../store.ts';
import { unreadIn } from '../use-present.ts';

/** A download that waits for an answer, since a text in it cannot be read. */
export interface WaitingDownload {
  readonly broken: readonly DocumentName[];
  readonly run: () => void;
}

export const useWaitingDownload = create<{ readonly waiting: WaitingDownload | undefined }>()(
  () => ({ waiting: undefined }),
);

/** Runs a download of documents; asks first if one of them cannot be read as it is. */
export function orAskFirst(documents: readonly DocumentName[], run: () => void): void {
  const { work } = wizard.getState();
  const unread = unreadIn(work).map(({ document }) => document);
  if (work && !holdsValues(work)) unread.push('values');
  const broken = documentNames.filter((name) => documents.includes(name) && unread.includes(name));
  if (broken.length === 0) run();
  else useWaitingDownload.setState({ waiting: { broken, run } });
}

export function answerWaiting(isWanted: boolean): void {
  const { waiting } = useWaitingDownload.getState();
  useWaitingDownload.setState({ waiting: undefined });
  if (isWanted) waiting?.run();
}
