import type { Path } from '../../yaml/path.ts';
import type { DocumentChange, DocumentName } from '../documents/documents.ts';
import type { FindingStep } from '../settings/places/places.ts';
import type { FieldId } from '../settings/setting-id.ts';

/**
 * rejected: the API server refuses the object. fails: admitted, then crashes, loses logs or does
 * not do its work. warned: only audit or warn mode objects. advice: hardening or good sense,
 * never part of the verdict.
 */
export type Effect = 'rejected' | 'fails' | 'warned' | 'advice';

/** Worst first. */
export const effects = [
  'rejected',
  'fails',
  'warned',
  'advice',
] as const satisfies readonly Effect[];

/** A repair, as changes of data; their text edits are worked out when they are applied. */
export interface Fix {
  /** Its effect in words, as a button's label: "Add seccompProfile: RuntimeDefault". */
  readonly title: string;
  readonly changes: readonly DocumentChange[];
}

/** One thing wrong with one pod, or with the file. */
export interface Finding {
  /** A Pod Security check's id, or an agent rule's name such as `tmp-writable`. */
  readonly rule: string;
  readonly effect: Effect;
  /** Kubernetes' own wording where it has one. */
  readonly message: string;
  /** Why it matters, one sentence. */
  readonly why: string;
  /** A page that explains it, opened only when somebody follows it. */
  readonly help?: string;
  readonly document: DocumentName;
  /** The place at fault, or, if missing, the place where it would be. */
  readonly path: Path;
  /**
   * The form field: the setting's path in `Settings` joined with dots
   * (`security.pod.seccompProfile`, `components.workers.0.folders`, `sidecar.logsPath`), or for
   * what the form only shows, such as `components.workers.0.extraContainers.1`,
   * `components.workers.0.volumes`, `components.triggerer`, `start.file`.
   */
  readonly field: FieldId;
  readonly step: FindingStep;
  /** The pod's id, `worker/default-worker`; absent for what concerns no single pod. */
  readonly pod?: string;
  readonly container?: string;
  readonly fix?: Fix;
}

/** Findings that one fix repairs (or one finding without a fix): what the page counts. */
export interface Problem {
  /** Stable while the problem lasts; usable in a URL and as a React key. */
  readonly id: string;
  readonly effect: Effect;
  readonly rule: string;
  /** The first finding's message, with the containers of its pod together, as Kubernetes words it. */
  readonly message: string;
  readonly why: string;
  readonly help?: string;
  readonly document: DocumentName;
  readonly path: Path;
  readonly field: FieldId;
  readonly step: FindingStep;
  /** The ids of the pods it touches, in the chart's order. */
  readonly pods: readonly string[];
  readonly fix?: Fix;
  readonly findings: readonly Finding[];
}
