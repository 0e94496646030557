import type { FieldId } from './field-id.ts';
import type { HandoverInput } from './input.ts';

/** The parts of the list of outputs, in its order. */
export const groups = ['Repository', 'Install', 'GitOps and IaC', 'For DAG authors'] as const;

export type OutputId =
  | 'files'
  | 'patch'
  | 'pull-request'
  | 'commands'
  | 'argo'
  | 'flux'
  | 'kustomize'
  | 'terraform'
  | 'task-pods';

/** A text that is shown, copied and saved as it is. */
export interface MadeFile {
  readonly name: string;
  /** What it is, in a few words: `5 steps, any POSIX shell`. */
  readonly says: string;
  readonly text: string;
}

/** What an output comes to, or why there is none. */
export type Made =
  | {
      readonly ok: true;
      readonly files: readonly MadeFile[];
      /** What to know when it is used; in Markdown, of which only code spans are used. */
      readonly note?: string;
    }
  | {
      readonly ok: false;
      /** What is wrong and what to do. */
      readonly reason: string;
      /** The field that has to be filled in otherwise. */
      readonly field?: FieldId;
    };

/** One form of the same settings, for page and command line alike. */
export interface Output {
  readonly id: OutputId;
  readonly group: (typeof groups)[number];
  readonly title: string;
  /** The line beneath the title. */
  readonly kind: (input: HandoverInput) => string;
  /** What it is for, one sentence of the archive's README. */
  readonly purpose: string;
  /** Where it stands in the archive; empty: at its root. */
  readonly folder: string;
  /** What a person may fill in for it, in the order shown. */
  readonly fields: readonly FieldId[];
  readonly make: (input: HandoverInput) => Made;
}

/** Why there is none. */
export function refused(reason: string, field?: FieldId): Made {
  return field === undefined ? { ok: false, reason } : { ok: false, reason, field };
}
