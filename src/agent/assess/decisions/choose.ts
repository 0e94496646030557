import { type Applied, applyChanges } from '../../documents/apply-changes.ts';
import type { DocumentChange, DocumentRefusal, Documents } from '../../documents/documents.ts';
import type { Problem } from '../../rules/finding.ts';
import { assess } from '../assess.ts';
import type { Choice, Given } from './decision.ts';
import { decisionOf } from './decision-of.ts';
import { givenProblem } from './given.ts';

/** What became of a choice that was asked for by the ids of its problem and its own. */
export type ChosenOutcome =
  | {
      readonly state: 'made';
      readonly problem: Problem;
      readonly choice: Choice;
      readonly documents: Documents;
    }
  /** Nothing is to be written: it is decided that it stays, or the decision is made elsewhere. */
  | { readonly state: 'kept' | 'elsewhere'; readonly problem: Problem; readonly choice: Choice }
  /** What it wants was not given, or cannot be that, with the reason. */
  | { readonly state: 'wants'; readonly choice: Choice; readonly message: string }
  | {
      readonly state: 'refused';
      readonly choice: Choice;
      readonly refused: readonly DocumentRefusal[];
    }
  /** No problem of that id has this choice in these texts. */
  | { readonly state: 'gone' }
  /** A text cannot be read, so nobody can say what its problems are. */
  | { readonly state: 'unreadable' };

/**
 * Makes a choice, if the documents still have its problem: it is worked out anew, since the paths
 * of one that was shown may lead elsewhere in a text that changed meanwhile.
 * @param text what the choice wants, such as the name of a claim
 */
export function chooseById(
  documents: Documents,
  problemId: string,
  choiceId: string,
  text = '',
): ChosenOutcome {
  const result = assess(documents);
  if (!result.ok) return { state: 'unreadable' };
  const problem = result.assessment.problems.find(({ id }) => id === problemId);
  const given: Given = { [choiceId]: text };
  const decision = problem && decisionOf(result.assessment, problem, given);
  const choice = decision?.choices.find(({ id }) => id === choiceId);
  if (problem === undefined || choice === undefined) return { state: 'gone' };
  const message = choice.wants && givenProblem(choice.wants, text);
  if (message !== undefined) return { state: 'wants', choice, message };
  if (choice.opens !== undefined) return { state: 'elsewhere', problem, choice };
  if (choice.changes.length === 0) return { state: 'kept', problem, choice };
  const { documents: after, refused } = applyChoice(documents, choice);
  return refused.length > 0
    ? { state: 'refused', choice, refused }
    : { state: 'made', problem, choice, documents: after };
}

/**
 * Writes a choice, whole or not at all. What is shared by an anchor is changed in all the places
 * that share it, since somebody chose it for what is there.
 */
export function applyChoice(documents: Documents, { changes }: Choice): Applied {
  const alone = applyChanges(documents, changes);
  const together = alone.refused.flatMap(({ document, refusal }): DocumentChange[] =>
    (refusal.together ?? []).map((path) => ({ document, change: { ...refusal.change, path } })),
  );
  return together.length === 0 ? alone : applyChanges(documents, [...changes, ...together]);
}
