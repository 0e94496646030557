import type { NamespacePolicy } from '../../pss/index.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { YamlProblem } from '../../yaml/problem.ts';
import type { DocumentName, Documents } from '../documents/documents.ts';
import type { PodJudgement } from '../judge/pod-judgement.ts';
import type { Finding, Problem } from '../rules/finding.ts';
import type { Settings } from '../settings/settings.ts';

/** rejected > unknown > fails > admitted: the worst that holds under any reading of the chart. */
export type Verdict = 'rejected' | 'unknown' | 'fails' | 'admitted';

/** A pod with what becomes of it, by its judgement and by the findings of the rules. */
export interface PodAssessment extends PodJudgement {
  readonly verdict: Verdict;
  /** For `unknown`: why it cannot be judged. */
  readonly unknownReason?: string;
  /** The violations' exact detail text under the enforce policy, worst reading; empty if none. */
  readonly detail: string;
  /** The reasons alone, in Kubernetes' order: `allowPrivilegeEscalation != false`, ... */
  readonly reasons: readonly string[];
  /** What else the API server refuses it for, in the words of the rules. */
  readonly refusals: readonly string[];
}

/** A text that could not be read, with its problem. */
export interface DocumentProblem {
  readonly document: DocumentName;
  readonly problem: YamlProblem;
}

/** Everything that is derived from two documents that can be read. */
export interface Assessment {
  readonly documents: Documents;
  readonly trees: Readonly<Record<DocumentName, YamlTree>>;
  readonly settings: Settings;
  /** What the namespace asks of pods, by mode. */
  readonly policy: NamespacePolicy;
  readonly pods: readonly PodAssessment[];
  readonly findings: readonly Finding[];
  /** Worst first, then in the order of the steps. */
  readonly problems: readonly Problem[];
}

/** What the whole says: green only when every pod is known to be admitted and to run. */
export type Standing = 'admitted' | 'fails' | 'rejected' | 'unknown';
