import type { Assessment } from '../agent/assessment.ts';
import type { Work } from './store.ts';

/** The present work with all that derives from it. */
export interface Present {
  readonly work: Work;
  readonly assessment: Assessment;
}
