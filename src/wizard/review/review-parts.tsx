import { type ReactNode, useMemo } from 'react';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { noAnswers } from '../../agent/assess/decisions/answers.ts';
import { isFieldId, stepOf } from '../../agent/settings/places/places.ts';
import { goToDecision } from '../decisions/go-to-decision.ts';
import { goToField } from '../findings/go-to.ts';
import { openNotes } from '../hosted/installs.ts';
import { focusMissing } from '../missing/go-to-missing.ts';
import { MissingValues } from '../missing/missing-values.tsx';
import type { Present } from '../present.ts';
import type { Work } from '../work.ts';
import { otherRows } from './left/other-rows.ts';
import type { LeftRow } from './left/what-is-left.ts';
import { handoverInput } from './outputs/handover-input.ts';
import { handoverOutputs } from './outputs/handover-outputs.ts';
import type { ReviewOutputs } from './outputs/review-output.ts';
import { type NeededSecret, secretsToMake } from './outputs/secrets-to-make.ts';
import { useReviewView } from './review-view.ts';

/** What Review is given by others: it shows this and knows nothing of how it comes about. */
export interface ReviewParts {
  /** Rows of "what is left": decisions made and open, values that only a person knows. */
  readonly rows: readonly LeftRow[];
  /** Beside the answers: a field for each value that only a person knows. */
  readonly values: ReactNode;
  readonly outputs: ReviewOutputs;
  readonly secrets: readonly NeededSecret[];
}

const acts = { decide: goToDecision, change: goToDecided, fillIn: focusMissing };

/**
 * The parts of Review that other rooms make.
 * @param imported the files as they were opened, judged; undefined if nothing has changed since
 */
export function useReviewParts(present: Present, imported: Assessment | undefined): ReviewParts {
  const { work, assessment, unread } = present;
  const fields = useReviewView((view) => view.fields);
  const input = useMemo(
    () => handoverInput({ work, assessment, unread }, imported, fields),
    [work, assessment, unread, imported, fields],
  );
  const outputs = useMemo(() => handoverOutputs(input), [input]);
  const secrets = useMemo(() => secretsToMake(input), [input]);
  const rows = useMemo(
    () => [...elsewhereRows(work), ...otherRows(assessment, work.answers ?? noAnswers, acts)],
    [assessment, work],
  );
  return { rows, values: <MissingValues level="h2" />, outputs, secrets };
}

function goToDecided(field: string): void {
  goToField(isFieldId(field) ? stepOf(field) : 'start', field);
}

/** Values that come from elsewhere, and so keep anybody from knowing the whole. */
function elsewhereRows(work: Work): readonly LeftRow[] {
  return openNotes(work).map(({ message, why, remedy }, index) => ({
    id: `elsewhere ${index}`,
    tone: 'fails',
    text: message,
    says: `${why} ${remedy}`,
  }));
}
