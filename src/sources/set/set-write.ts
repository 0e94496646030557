import type { Path } from '../../yaml/path.ts';
import type { TextRange } from '../../yaml/text-edit.ts';

/** One value that a `--set` puts in its place, in the order in which Helm does. */
export interface SetWrite {
  readonly path: Path;
  /** For items before an index that the list did not have: null from the path's index up to this one. */
  readonly until?: number;
  readonly value: unknown;
  /** The assignment in the text of the option. */
  readonly range: TextRange;
}
