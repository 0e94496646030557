import { type ReactNode, useMemo } from 'react';
import { prerequisites } from '../../handover/commands/prerequisites.ts';
import { openNotes } from '../hosted/installs.ts';
import type { Present } from '../present.ts';
import { goToPart } from './go-to-part.ts';
import type { LeftRow } from './left/what-is-left.ts';
import type { ReviewOutputs } from './outputs/review-output.ts';
import { outputsOf } from './outputs/todays-outputs.ts';

/** What Review is given by others: it shows this and knows nothing of how it comes about. */
export interface ReviewParts {
  /** Rows of "what is left": decisions made and open, values that only a person knows. */
  readonly rows: readonly LeftRow[];
  /** Beside the answers: a field for each value that only a person knows. */
  readonly values: ReactNode;
  readonly outputs: ReviewOutputs;
}

/** The parts of Review that other rooms make. */
export function useReviewParts(present: Present): ReviewParts {
  const rows = useMemo(() => [...elsewhereRows(present), ...missingRows(present)], [present]);
  const outputs = useMemo(() => outputsOf(present), [present]);
  return { rows, values: null, outputs };
}

/** Values that come from elsewhere, and so keep anybody from knowing the whole. */
function elsewhereRows({ work }: Present): readonly LeftRow[] {
  return openNotes(work).map(({ message, why, remedy }, index) => ({
    id: `elsewhere ${index}`,
    tone: 'fails',
    text: message,
    says: `${why} ${remedy}`,
    isOpen: true,
  }));
}

function missingRows({ assessment }: Present): readonly LeftRow[] {
  const { missing } = prerequisites(assessment.trees.values, assessment.settings.namespace.name);
  return missing.map(({ what, path }) => ({
    id: path.join('.'),
    tone: 'advice',
    text: `${what} is missing`,
    says: `Only you know it: ${path.join('.')}.`,
    isValue: true,
    action: { label: 'Show the file', run: () => goToPart(assessment, 'values', path) },
  }));
}
