import type { Pod } from '../../pss/pod.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { YamlProblem } from '../../yaml/problem.ts';
import type { DocumentName, Documents } from '../documents/documents.ts';
import type { PodModes } from '../judge/pod-modes.ts';
import type { Finding, Problem } from '../rules/finding.ts';
import type { Settings } from '../settings/settings.ts';

export type Component = 'worker' | 'dagProcessor' | 'triggerer' | 'sentinel';

/** rejected > unknown > fails > admitted: the worst that holds under any reading of the chart. */
export type Verdict = 'rejected' | 'unknown' | 'fails' | 'admitted';

/** One container of a pod, as the page lists it. */
export interface PodContainer {
  readonly name: string;
  readonly kind: 'init' | 'agent' | 'sidecar' | 'extra';
  readonly image: string;
}

export interface PodAssessment {
  /** `worker/default-worker`, `dag-processor`, `triggerer`, `sentinel`. */
  readonly id: string;
  readonly component: Component;
  /** Index in `workers` for a worker. */
  readonly index?: number;
  /** The Deployment's name as far as it is known: `acme-remote-worker-default-worker`. */
  readonly deployment: string;
  readonly containers: readonly PodContainer[];
  readonly verdict: Verdict;
  /** What the policy of each mode makes of it; a milder mode than enforce does not reject. */
  readonly modes: PodModes;
  /** For `unknown`: why it cannot be judged. */
  readonly unknownReason?: string;
  /** The violations' exact detail text under the enforce policy, worst hypothesis; empty if none. */
  readonly detail: string;
  /** The reasons alone, in Kubernetes' order: `allowPrivilegeEscalation != false`, ... */
  readonly reasons: readonly string[];
  /** The pod as the chart would create it under the hypothesis shown. */
  readonly pod: Pod;
}

/** A text that could not be read, with its problem. */
export interface DocumentProblem {
  readonly document: DocumentName;
  readonly problem: YamlProblem;
}

/** The enforce policy as text (`restricted:latest`) and whether it refuses anything at all. */
export interface EnforcePolicy {
  readonly level: 'privileged' | 'baseline' | 'restricted';
  readonly text: string;
}

/** Everything that is derived from two documents that can be read. */
export interface Assessment {
  readonly documents: Documents;
  readonly trees: Readonly<Record<DocumentName, YamlTree>>;
  readonly settings: Settings;
  readonly enforce: EnforcePolicy;
  readonly pods: readonly PodAssessment[];
  readonly findings: readonly Finding[];
  /** Worst first, then in the order of the steps. */
  readonly problems: readonly Problem[];
}

/** What the whole says: green only when every pod is known to be admitted and to run. */
export type Standing = 'admitted' | 'fails' | 'rejected' | 'unknown';
