import type { DocumentProblem } from '../agent/assess/assessment.ts';
import { assessmentOf } from './assessment-of.ts';
import type { Present } from './present.ts';
import { lastReadable } from './readable.ts';
import { useWizard } from './use-wizard.ts';
import type { Work } from './work.ts';

const none: readonly DocumentProblem[] = [];

/** Why documents of the work cannot be read as they are. */
export function unreadIn(work: Work | undefined): readonly DocumentProblem[] {
  const result = work && assessmentOf(work.documents);
  return !result || result.ok ? none : result.problems;
}

/** The settled work with all that derives from it; undefined before a file is open. */
export function usePresent(): Present | undefined {
  const work = useWizard((state) => state.settled);
  if (!work) return undefined;
  const result = assessmentOf(lastReadable(work));
  return result.ok ? { work, assessment: result.assessment, unread: unreadIn(work) } : undefined;
}
