import { noAnswers, withLater } from '../../agent/assess/decisions/answers.ts';
import { fillIn } from '../../agent/assess/missing.ts';
import { changeDocuments } from '../actions.ts';
import { commit, settle, wizard } from '../store.ts';

/**
 * Writes a value that only the owner of the install knows, as one undoable step.
 * @returns why it was not written, for people; undefined if it was
 */
export function writeMissing(id: string, label: string, text: string): string | undefined {
  settle();
  const { work } = wizard.getState();
  if (!work) return undefined;
  const outcome = fillIn(work.documents, id, text);
  switch (outcome.state) {
    case 'made':
      changeDocuments(outcome.documents, {
        title: `fill in ${label}`,
        announcement: `Filled in: ${label}.`,
      });
      return undefined;
    case 'unfit':
      return outcome.message;
    case 'refused': {
      const [first] = outcome.refused;
      return first ? `${first.refusal.message} ${first.refusal.remedy}` : undefined;
    }
    case 'unreadable':
      return 'The text cannot be read. Correct it first.';
  }
}

/** Says of a value that it comes by `--set` or a later file, or that it does not. */
export function markLater(id: string, label: string, isLater: boolean): void {
  settle();
  const { work } = wizard.getState();
  if (!work) return;
  const title = isLater ? `${label} comes later` : `${label} belongs here`;
  commit(
    { ...work, answers: withLater(work.answers ?? noAnswers, id, isLater) },
    { title, announcement: `${title}.` },
  );
}
