import { useMemo } from 'react';
import type { DocumentName } from '../../agent/documents/documents.ts';
import type { Target } from '../editor/editor-session.ts';
import { linesBefore } from '../hosted/file-texts.ts';
import { type Marks, marksOf, marksOfUnread, stretchAt } from '../problems/marks.ts';
import { usePresent } from '../use-present.ts';
import { useWizard } from '../use-wizard.ts';
import { useView } from '../view.ts';
import type { Original, Work } from '../work.ts';
import { shownText } from './shown-text.ts';

/** A document as the preview shows it. */
export interface Sheet {
  readonly document: DocumentName;
  /** What was opened under that name. */
  readonly opened: Original;
  readonly text: string;
  /** Lines of the file in front of it. */
  readonly before: number;
  readonly marks: Marks | undefined;
  readonly target: Target | undefined;
}

/** The document that is being looked at, with all that is drawn on it. */
export function useSheet(work: Work): Sheet {
  const present = usePresent();
  const document = useView((view) => view.document);
  const asked = useView((view) => view.asked);
  const field = useWizard((state) => state.activeField);

  const assessment = present?.assessment;
  const unread = present?.unread;
  const text = work.documents[document];
  const opened = work.originals[document];
  const read = present?.work.documents[document];
  const marks = useMemo(() => {
    const here = unread?.filter((problem) => problem.document === document) ?? [];
    if (read !== undefined && here.length > 0) return marksOfUnread(read, here, opened.text);
    return assessment && marksOf(assessment, document, opened.text, field);
  }, [assessment, unread, document, read, opened, field]);
  const target = useMemo(() => {
    if (!assessment) return undefined;
    if (asked?.place.document === document) {
      const { place, withCursor } = asked;
      const line =
        'line' in place ? place.line : stretchAt(assessment.trees[document], place.path).line;
      return { token: asked, line, withCursor };
    }
    // A file that has just been opened opens at its first problem.
    const first = assessment.problems.find((problem) => problem.document === document);
    if (!first) return undefined;
    const { line } = stretchAt(assessment.trees[document], first.path);
    return { token: opened, line, withCursor: true };
  }, [assessment, asked, document, opened]);
  return {
    document,
    opened,
    text: useMemo(() => shownText(text), [text]),
    before: linesBefore(work, document),
    marks,
    target,
  };
}
