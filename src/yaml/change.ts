import type { Path } from './path.ts';
import type { TextRange } from './text-edit.ts';

/** A value as JSON knows it: what can be written into a document. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** One change of a document's data, to be turned into edits of its text. */
export type Change =
  /** Replaces the value at `path`, or inserts it, along with the mappings it lacks on the way. */
  | {
      readonly op: 'set';
      readonly path: Path;
      readonly value: PlainValue;
      /** End-of-line comments to write beside what is inserted, by path relative to `path` (joined with `/`). */
      readonly comments?: Readonly<Record<string, string>>;
    }
  /** Adds an item at the end of the sequence at `path`, which is made where it is missing, null or empty. */
  | {
      readonly op: 'append';
      readonly path: Path;
      readonly value: PlainValue;
      readonly comments?: Readonly<Record<string, string>>;
    }
  /** Takes the entry or item at `path` out. Nothing there: nothing to do. */
  | { readonly op: 'remove'; readonly path: Path };

export type RefusalCode =
  /** The place is inside an anchored node that aliases or merge keys share; `sharers` lists the other places. */
  | 'shared-anchor'
  /** The place exists only through a merge key or an alias, and cannot be changed for itself alone. */
  | 'merged-value'
  /** A step of the path meets a value of another kind, such as a key below a string. */
  | 'wrong-kind'
  /** The text does not parse. */
  | 'unreadable'
  /** A form the editor does not handle; it says so rather than guess. */
  | 'unsupported';

/** Why a change was not made, with the place in the text that is in the way. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly change: Change;
  readonly message: string;
  readonly remedy: string;
  readonly range: TextRange;
  /** For `shared-anchor`: every other path whose value the change would alter too. */
  readonly sharers?: readonly Path[];
  /** The paths at which the same change would have to be made, too, for this one to be made; absent where that does not help. */
  readonly together?: readonly Path[];
}
