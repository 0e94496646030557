import type { Change } from '../../../yaml/change.ts';
import type { Path } from '../../../yaml/path.ts';

/** How far a value is there; null and empty are as good as absent, and read differently. */
export type ValueState = 'absent' | 'null' | 'empty' | 'placeholder' | 'substitution' | 'given';

/** Where a required value is looked for, and what is there. */
export interface FoundValue {
  /** The place that holds it, or would. */
  readonly path: Path;
  readonly state: ValueState;
  /** Of a placeholder or substitution: its names, such as `<registry-secret>` or `${ENV}`. */
  readonly names: readonly string[];
  /** What is wrong with a value that is given, as a sentence. */
  readonly fault?: string;
  /** What puts a text there, so that it alone counts. */
  readonly write: (text: string) => readonly Change[];
}
