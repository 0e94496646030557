import { type AssessmentResult, assess } from '../agent/assess/assess.ts';
import type { Documents } from '../agent/documents/documents.ts';

interface Known {
  readonly documents: Documents;
  readonly result: AssessmentResult;
}

/** The latest first. Two, because beside a text that cannot be read stands the one before it. */
let known: readonly Known[] = [];

/** The assessment of these documents, worked out once for all that ask. */
export function assessmentOf(documents: Documents): AssessmentResult {
  const found = known.find((one) => one.documents === documents);
  if (found) return found.result;
  const result = assess(documents);
  known = [{ documents, result }, ...known.slice(0, 1)];
  return result;
}
