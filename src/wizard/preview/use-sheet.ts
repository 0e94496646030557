import { useMemo } from 'react';
import type { DocumentName } from '../../agent/documents.ts';
import { useWizard, type Work } from '../store.ts';
import { usePresent } from '../use-present.ts';
import type { Target } from './editor-session.ts';
import { type Marks, marksOf, stretchAt } from './marks.ts';
import { shownText } from './shown-text.ts';
import { useView } from './view.ts';

/** A document as the preview shows it. */
export interface Sheet {
  readonly document: DocumentName;
  readonly text: string;
  readonly original: string;
  readonly marks: Marks | undefined;
  readonly target: Target | undefined;
}

/** The document that is being looked at, with all that is drawn on it. */
export function useSheet(work: Work): Sheet {
  const assessment = usePresent()?.assessment;
  const document = useView((view) => view.document);
  const asked = useView((view) => view.asked);
  const field = useWizard((state) => state.activeField);

  const text = work.documents[document];
  const original = work.originals[document];
  const marks = useMemo(
    () => assessment && marksOf(assessment, document, original.text, field),
    [assessment, document, original, field],
  );
  const target = useMemo(() => {
    if (!assessment) return undefined;
    if (asked?.document === document) {
      return { token: asked, line: stretchAt(assessment.trees[document], asked.path).line };
    }
    // A file that has just been opened opens at its first problem.
    const first = assessment.problems.find((problem) => problem.document === document);
    return (
      first && { token: original, line: stretchAt(assessment.trees[document], first.path).line }
    );
  }, [assessment, asked, document, original]);
  return {
    document,
    text: useMemo(() => shownText(text), [text]),
    original: useMemo(() => shownText(original.text), [original]),
    marks,
    target,
  };
}
