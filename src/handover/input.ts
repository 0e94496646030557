import type { AssessmentResult } from '../agent/assess/assess.ts';
import type { Assessment } from '../agent/assess/assessment.ts';
import type { DocumentName } from '../agent/documents/documents.ts';
import type { Fields } from './field-id.ts';

/** A file of the user's repository, as it was opened and as it is now. */
export interface ChangedFile {
  /** Its path in the repository, with slashes. */
  readonly name: string;
  /** Which of the two documents it is; absent for a file beside them. */
  readonly document?: DocumentName;
  /** Absent for a file that is new. */
  readonly before?: string;
  readonly after: string;
}

/** All that the outputs are made of. */
export interface HandoverInput {
  readonly files: readonly ChangedFile[];
  /** Everything that derives from the texts as they were opened; absent where they are our own. */
  readonly before?: AssessmentResult;
  /** Everything that derives from the texts as they are now, or why one of them cannot be read. */
  readonly now: AssessmentResult;
  /** What the person filled in; what is absent has its usual value. */
  readonly fields: Fields;
  /** Whether the values stand in a file that is more than they are, which Helm is never given. */
  readonly isHosted?: boolean;
}

/** An input whose texts can be read: all outputs but the files themselves need one. */
export interface ReadInput extends HandoverInput {
  readonly assessment: Assessment;
}

/** What the namespace is called, by its manifest. */
export function namespaceOf({ assessment }: ReadInput): string {
  return assessment.settings.namespace.name;
}

/** The path of the values file in the repository. */
export function valuesName({ files }: Pick<HandoverInput, 'files'>): string {
  return files.find(({ document }) => document === 'values')?.name ?? 'values.yaml';
}

/** The path of the Namespace manifest in the repository. */
export function namespaceName({ files }: Pick<HandoverInput, 'files'>): string {
  return files.find(({ document }) => document === 'namespace')?.name ?? 'namespace.yaml';
}
