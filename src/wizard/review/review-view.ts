import { create } from 'zustand';
import type { DocumentName } from '../../agent/documents/documents.ts';
import { wizard } from '../store.ts';

/** As the files were opened, or as they are. */
export type Moment = 'opened' | 'now';

interface ReviewView {
  /** The files whose changes are folded or opened by hand; others are as the width has it. */
  readonly files: Readonly<Partial<Record<DocumentName, 'open' | 'folded'>>>;
  /** The files of which all changes are shown. */
  readonly all: ReadonlySet<DocumentName>;
  /** The stretches of unchanged lines that are unfolded: `values 3`. */
  readonly unfolded: ReadonlySet<string>;
  readonly layout: 'unified' | 'split';
  readonly pods: Moment;
  readonly podsAs: 'picture' | 'list';
  readonly allPods: boolean;
  readonly podName: string;
  readonly checks: Moment;
  /** Whether the column of baseline checks stands open. */
  readonly baseline: boolean;
  /** The pod whose words are shown. */
  readonly saysOf: string | undefined;
  readonly output: string | undefined;
  /** What was filled in for the outputs, by field. */
  readonly fields: Readonly<Record<string, string>>;
}

const atFirst: ReviewView = {
  files: {},
  all: new Set(),
  unfolded: new Set(),
  layout: 'unified',
  pods: 'now',
  podsAs: 'picture',
  allPods: false,
  podName: '',
  checks: 'now',
  baseline: false,
  saysOf: undefined,
  output: undefined,
  fields: {},
};

/** How Review looks: no part of undo, and kept while another step is shown. */
export const useReviewView = create<ReviewView>()(() => atFirst);

export function setReviewView(part: Partial<ReviewView>): void {
  useReviewView.setState(part);
}

/** Opens a file's changes, all of them if asked. */
export function openChanges(document: DocumentName, all: boolean): void {
  useReviewView.setState(({ files, all: known }) => ({
    files: { ...files, [document]: 'open' },
    all: all ? new Set([...known, document]) : known,
  }));
}

export function unfold(key: string): void {
  useReviewView.setState(({ unfolded }) => ({ unfolded: new Set([...unfolded, key]) }));
}

// Another file has nothing of what was opened or folded in the one before.
wizard.subscribe(({ draftId }, before) => {
  if (draftId !== before.draftId) useReviewView.setState(atFirst);
});
