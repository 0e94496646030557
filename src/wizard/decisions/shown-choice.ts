import { create } from 'zustand';
import { applyChoice } from '../../agent/assess/decisions/choose.ts';
import type { Choice } from '../../agent/assess/decisions/decision.ts';
import { type DocumentName, documentNames } from '../../agent/documents/documents.ts';
import { presentAssessment } from '../assessed/use-assessed.ts';
import { type ChoiceLines, choiceLines } from './choice-lines.ts';

/** What a choice would do to a file, while somebody looks at it. */
export interface ShownChoice extends ChoiceLines {
  readonly document: DocumentName;
  /** "if you use emptyDir" */
  readonly words: string;
}

/** The choice that has the focus or the pointer. Nothing is written by it. */
export const useShownChoice = create<{ readonly shown: ShownChoice | undefined }>()(() => ({
  shown: undefined,
}));

/** Shows in the files what a choice would do. */
export function showChoice(choice: Choice): void {
  useShownChoice.setState({ shown: shownChoice(choice) });
}

function shownChoice(choice: Choice): ShownChoice | undefined {
  const present = presentAssessment()?.documents;
  if (!present || choice.changes.length === 0) return undefined;
  const { documents: after } = applyChoice(present, choice);
  const document = documentNames.find((name) => after[name] !== present[name]);
  if (document === undefined) return undefined;
  const words = `if you ${choice.label.charAt(0).toLowerCase()}${choice.label.slice(1)}`;
  return { document, words, ...choiceLines(present[document], after[document]) };
}

export function hideChoice(): void {
  useShownChoice.setState({ shown: undefined });
}
