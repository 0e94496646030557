import type { TextRange } from './text-edit.ts';

export type YamlProblemCode =
  | 'tab-indentation'
  | 'duplicate-key'
  | 'unclosed-quote'
  | 'several-documents'
  | 'too-large'
  | 'too-deep'
  | 'too-many-aliases'
  | 'syntax';

/** Why a text cannot be read as one YAML document. */
export interface YamlProblem {
  readonly code: YamlProblemCode;
  /** What is wrong, for people, with no line number in it: the range says where. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
  readonly range: TextRange;
  /** Other places that belong to it, such as the first of two equal keys. */
  readonly related?: readonly TextRange[];
}
