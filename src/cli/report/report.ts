import type { Effect } from '../../agent/rules/finding.ts';
import type { Mode } from '../../pss/index.ts';
import type { Path } from '../../yaml/path.ts';
import type { SkipReason } from './skip-reason.ts';

/** A stretch of a file: lines and columns from 1 (columns in UTF-16 code units), bytes from 0. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  /** The column after the last character. */
  readonly endColumn: number;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** Where something is. */
export interface Place {
  /** As it was given on the command line, or `<stdin>`. */
  readonly file: string;
  /** Absent for what concerns the file as a whole, such as one that cannot be opened. */
  readonly region?: Region;
  /** The line of its start, without the line break. */
  readonly excerpt?: string;
}

/** One exact replacement in a file. */
export interface Replacement {
  readonly region: Region;
  readonly text: string;
}

/** Text edits that repair something, and what they do, in words. */
export interface ReportedFix {
  readonly title: string;
  readonly file: string;
  readonly replacements: readonly Replacement[];
}

/** One thing wrong, as every format shows it. */
export interface Diagnostic {
  /**
   * `unreadable`: this part of the input could not be read, so nothing is known of it. `unknown`:
   * it could, but what it comes to cannot be judged.
   */
  readonly effect: Effect | 'unreadable' | 'unknown';
  /** Of a Pod Security check of a manifest: the mode that objects, the strictest of several. */
  readonly mode?: Mode;
  /** A Pod Security check's id, an agent rule's name, or the code of what is unreadable. */
  readonly rule: string;
  /** Kubernetes' own wording where it has one. */
  readonly message: string;
  /** Why it matters. */
  readonly why?: string;
  /** A page that explains it. */
  readonly help?: string;
  /** What to do, in words. */
  readonly remedy?: string;
  readonly place: Place;
  /** The value's path in its document. */
  readonly path?: Path;
  /** The pods or the object that it concerns. */
  readonly subjects: readonly string[];
  /** The install that it is about, where its host names one. */
  readonly install?: string;
  /** Other places of the same problem. */
  readonly related: readonly { readonly message: string; readonly place: Place }[];
  /** Worked out when a format asks for it: that takes longer than the finding. */
  readonly fix?: () => ReportedFix | undefined;
}

/** Of one object, or of one pod of a values file: what becomes of it. */
export interface ObjectVerdict {
  readonly place: Place;
  /** `Deployment web`, `Pod default/db-0`. */
  readonly subject: string;
  /** The install that it is of, where its host names one. */
  readonly install?: string;
  readonly verdict: 'admitted' | 'fails' | 'rejected' | 'unknown';
  /** Whether it is an object that is admitted while the pods that it makes are not. */
  readonly isTemplate: boolean;
  /** Level and version as the label has them: `restricted:latest`. */
  readonly policy: string;
  /** What Kubernetes prints, word for word. */
  readonly says: readonly string[];
}

/** What the whole run came to. */
export interface Summary {
  readonly counts: Readonly<Record<ObjectVerdict['verdict'], number>>;
  readonly effects: Readonly<Record<Diagnostic['effect'], number>>;
  /** Kinds that Pod Security does not look into, and how many there were of each. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Files that were passed over, since they are neither manifests nor the agent's, by reason. */
  readonly skippedFiles: Readonly<Partial<Record<SkipReason, number>>>;
  /** The policies that something was judged by. */
  readonly policies: readonly string[];
  /** What the reader should know about how it was judged. */
  readonly notes: readonly string[];
}

/** Writes a report as it comes in, so that nothing of it has to be kept. */
export interface Reporter {
  /** Called for what is not admitted without a word. */
  readonly object: (verdict: ObjectVerdict) => Promise<void>;
  readonly diagnostic: (diagnostic: Diagnostic) => Promise<void>;
  readonly end: (summary: Summary) => Promise<void>;
}
