import type { Answers } from '../agent/assess/decisions/answers.ts';
import type { DocumentName, Documents } from '../agent/documents/documents.ts';

/** What a document was when it was opened: changes are counted against it. */
export interface Original {
  readonly source: 'starter' | 'imported' | 'link';
  /** The name to show: `astro-ui-2x.yaml`. */
  readonly fileName: string;
  readonly text: string;
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
