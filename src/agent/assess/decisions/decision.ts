import type { DocumentChange } from '../../documents/documents.ts';
import type { FieldId } from '../../settings/setting-id.ts';

/** What a choice has to be given before it can be made. */
export interface Wanted {
  readonly kind: 'claim' | 'user';
  /** Of its field: "Claim". */
  readonly label: string;
  /** What such a value looks like; never taken as one. */
  readonly example: string;
}

/** One way out of a problem. */
export interface Choice {
  /** Told from the others of its decision: `empty-dir`, `claim`, `remove`, `keep`. */
  readonly id: string;
  /** What is done: "Use an emptyDir". */
  readonly title: string;
  /** What comes of it, in a sentence or two. */
  readonly consequence: string;
  /** The act, as its button says it: "Use emptyDir". */
  readonly label: string;
  /** Whether it is what most people do. */
  readonly usual?: true;
  readonly wants?: Wanted;
  /** Empty where nothing is to be written. */
  readonly changes: readonly DocumentChange[];
  /** Whether it is to leave the problem as it is, so that nobody is asked again. */
  readonly keeps?: true;
  /** The field to go to instead, where the decision is made elsewhere. */
  readonly opens?: FieldId;
}

/** A problem that only a person can decide, with the ways out of it, the usual one first. */
export interface Decision {
  /** The id of its problem. */
  readonly problem: string;
  /** "What takes the place of the node’s folder?" */
  readonly question: string;
  /** What there is to know before, in a sentence. */
  readonly note?: string;
  readonly choices: readonly [Choice, ...Choice[]];
}

/** What was given for the choices that want something, by their ids. */
export type Given = Readonly<Record<string, string>>;
