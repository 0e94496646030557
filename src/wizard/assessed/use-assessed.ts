import { useRef } from 'react';
import type { Assessment } from '../../agent/assess/assessment.ts';
import { assessmentOf } from '../assessment-of.ts';
import { lastReadable } from '../readable.ts';
import { wizard } from '../store.ts';
import { useWizard } from '../use-wizard.ts';

interface Selected<Part> {
  readonly assessment: Assessment;
  readonly part: Part;
}

/**
 * A part of the present assessment. Renders anew only when `same` says that the part changed, so
 * that a letter typed into one field leaves the others alone. While the text cannot be read, it is
 * a part of the text before. `select` may depend on props that never change for a component.
 */
export function useAssessed<Part>(
  select: (assessment: Assessment) => Part,
  same: (a: Part, b: Part) => boolean = Object.is,
): Part | undefined {
  const last = useRef<Selected<Part>>(undefined);
  return useWizard(({ settled }) => {
    const result = settled && assessmentOf(lastReadable(settled));
    if (!result?.ok || result.assessment === last.current?.assessment) return last.current?.part;
    const { assessment } = result;
    const part = select(assessment);
    const kept = last.current && same(last.current.part, part) ? last.current.part : part;
    last.current = { assessment, part: kept };
    return kept;
  });
}

/**
 * The present assessment, for a handler that writes; undefined before a file is open and while a
 * text cannot be read, for then there is nothing to write to.
 */
export function presentAssessment(): Assessment | undefined {
  const { work } = wizard.getState();
  const result = work && assessmentOf(work.documents);
  return result?.ok ? result.assessment : undefined;
}

/** Whether two plain values hold the same. */
export function sameData(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
