import {
  type Answers,
  noAnswers,
  withDecided,
  withoutDecided,
} from '../../agent/assess/decisions/answers.ts';
import { chooseById } from '../../agent/assess/decisions/choose.ts';
import type { Documents } from '../../agent/documents/documents.ts';
import { changeDocuments } from '../actions.ts';
import { goToField } from '../findings/go-to.ts';
import { commit, settle, undo, type WizardState, wizard } from '../store.ts';
import type { Work } from '../work.ts';
import { takenBack } from './taken-back.ts';

/** What became of a choice: done, or why not yet, for people. */
export type Decision = { readonly done: true } | { readonly done: false; readonly message: string };

/**
 * Makes a choice of a problem, as the present texts have it, as one undoable step.
 * @param text what the choice wants, such as the name of a claim
 */
export function decide(problemId: string, choiceId: string, text: string): Decision {
  settle();
  const { work } = wizard.getState();
  if (!work) return { done: false, message: notDone.gone };
  const outcome = chooseById(work.documents, problemId, choiceId, text);
  switch (outcome.state) {
    case 'made':
    case 'kept': {
      const { problem, choice } = outcome;
      const documents = outcome.state === 'made' ? outcome.documents : work.documents;
      const answers = withDecided(work.answers ?? noAnswers, problem, choice);
      answered(work, documents, answers, choice.title);
      return { done: true };
    }
    case 'elsewhere':
      if (outcome.choice.opens) goToField('namespace', outcome.choice.opens);
      return { done: true };
    case 'wants':
      return { done: false, message: outcome.message };
    case 'refused': {
      const { choice, refused } = outcome;
      changeDocuments(work.documents, { title: choice.title, refused });
      return { done: false, message: refused[0]?.refusal.message ?? notDone.gone };
    }
    default:
      return { done: false, message: notDone[outcome.state] };
  }
}

const notDone = {
  gone: 'The text has changed, and no longer has this problem.',
  unreadable: 'The text cannot be read. Correct it first.',
} as const;

function answered(work: Work, documents: Documents, answers: Answers, title: string): void {
  const isSame = documents === work.documents;
  commit(
    { ...work, documents, answers },
    { title: `decide: ${title}`, announcement: `${isSame ? 'Kept' : 'Done'}: ${title}` },
  );
}

/**
 * Asks again about what was decided: what it wrote is taken out, save where later changes stand in
 * its lines.
 * @returns whether it is asked again
 */
export function decideAgain(problemId: string): boolean {
  settle();
  const { work, past } = wizard.getState();
  if (!work) return false;
  const step = stepOf(wizard.getState(), problemId);
  if (step !== undefined && step === past.at(-1)) {
    undo();
    return true;
  }
  const documents =
    step?.before && step.after
      ? takenBack(work.documents, step.after.documents, step.before.documents)
      : work.documents;
  if (documents === undefined) return false;
  const answers = withoutDecided(work.answers ?? noAnswers, problemId);
  commit({ ...work, documents, answers }, { title: 'decide again', announcement: 'Asked again.' });
  return true;
}

/** The step in which it was decided, while that can still be undone. */
function stepOf({ past }: Pick<WizardState, 'past'>, problemId: string) {
  const isDecided = (one: Work | undefined) =>
    one?.answers?.decided.some(({ problem }) => problem === problemId) ?? false;
  return past.findLast(({ before, after }) => !isDecided(before) && isDecided(after));
}

/** Whether the question can be asked again: of what was written, only while the step is known. */
export function canDecideAgain(state: WizardState, problemId: string): boolean {
  const keeps = state.work?.answers?.decided.some(
    (one) => one.problem === problemId && one.choice === 'keep',
  );
  return keeps === true || stepOf(state, problemId) !== undefined;
}
