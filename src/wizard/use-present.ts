import { type AssessmentResult, assess } from '../agent/assess.ts';
import type { Documents } from '../agent/documents.ts';
import type { Present } from './present.ts';
import { useWizard } from './store.ts';

let last: { documents: Documents; result: AssessmentResult } | undefined;

/** The assessment of these documents, worked out once for all components that ask. */
export function assessmentOf(documents: Documents): AssessmentResult {
  if (last?.documents !== documents) last = { documents, result: assess(documents) };
  return last.result;
}

/** The present work with all that derives from it; undefined before a file is open. */
export function usePresent(): Present | undefined {
  const work = useWizard((state) => state.work);
  if (!work) return undefined;
  const result = assessmentOf(work.documents);
  return result.ok ? { work, assessment: result.assessment } : undefined;
}
