import type { Answers } from '../agent/assess/decisions/answers.ts';
import type { DocumentName, Documents } from '../agent/documents/documents.ts';

/** What a document was when it was opened: changes are counted against it. */
export interface Original {
  readonly source: 'starter' | 'imported' | 'link';
  /** The name to show: `astro-ui-2x.yaml`. */
  readonly fileName: string;
  readonly text: string;
  /** Of values that stand in a file among other things: that file. */
  readonly host?: HostFile;
}

/** A file that holds the values of an install, or of several. */
export interface HostFile {
  /** As it was opened. */
  readonly opened: string;
  /** As it is but for what is done to the present install. */
  readonly base: string;
  /** The place of the present install among those of the file, from 0. */
  readonly install: number;
}

/** All that undo restores. The documents are the truth; everything on the page derives from them. */
export interface Work {
  readonly documents: Documents;
  readonly originals: Readonly<Record<DocumentName, Original>>;
  /** The documents as they last could be read, only while one of them cannot be. */
  readonly readable?: Documents;
  /** What somebody said that no text holds; absent while nobody did. */
  readonly answers?: Answers;
}
