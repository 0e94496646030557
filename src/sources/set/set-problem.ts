import type { TextRange } from '../../yaml/text-edit.ts';

export type SetProblemCode =
  | 'no-value'
  | 'bad-index'
  | 'too-deep'
  | 'wrong-kind'
  | 'unclosed-list'
  | 'bad-json'
  | 'unreadable-file';

/** Why Helm cannot take the text of a `--set`. */
export interface SetProblem {
  readonly code: SetProblemCode;
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
  /** The place in the text of the option. */
  readonly range: TextRange;
}

/** Carries a problem out of the depth of a text; never leaves this folder. */
export class SetRefused extends Error {
  readonly problem: SetProblem;

  constructor(problem: SetProblem) {
    super(problem.message);
    this.problem = problem;
  }
}
