import type { Assessment, DocumentProblem } from '../agent/assess/assessment.ts';
import type { Work } from './work.ts';

/** The settled work with all that derives from it. */
export interface Present {
  readonly work: Work;
  /** Of the documents as they last could be read: as they are now, unless one is `unread`. */
  readonly assessment: Assessment;
  /** Why documents cannot be read as they are now. */
  readonly unread: readonly DocumentProblem[];
}
