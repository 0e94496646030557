import type { Mention } from './mentions.ts';
import type { Subject } from './subject.ts';

export type Level = 'privileged' | 'baseline' | 'restricted';

/** A minor of Kubernetes (`34` is v1.34), or the newest one. */
export type Version = number | 'latest';

export interface Policy {
  readonly level: Level;
  readonly version: Version;
}

export type CheckId =
  | 'allowPrivilegeEscalation'
  | 'appArmorProfile'
  | 'capabilities_baseline'
  | 'capabilities_restricted'
  | 'hostNamespaces'
  | 'hostPathVolumes'
  | 'hostPorts'
  | 'hostProbesAndHostLifecycle'
  | 'privileged'
  | 'procMount'
  | 'procMount_restricted'
  | 'restrictedVolumes'
  | 'runAsNonRoot'
  | 'runAsUser'
  | 'seLinuxOptions'
  | 'seccompProfile_baseline'
  | 'seccompProfile_restricted'
  | 'sysctls'
  | 'windowsHostProcess';

/** A field of a pod: one that is at fault, or one that should exist and doesn't. */
export interface FieldRef {
  /** Keys and indexes from the pod object downward. */
  readonly path: readonly (string | number)[];
  /** The pod doesn't set the field (or sets it to null, which is the same). */
  readonly missing: boolean;
  /** Name of the container that the field belongs to. */
  readonly container?: string;
}

/** What a check says of a pod that it doesn't allow. */
export interface Breach {
  readonly reason: string;
  readonly detail: string;
  readonly fields: readonly FieldRef[];
}

/** The rule of one revision: what is wrong with the pod, or undefined when nothing is. */
export type Evaluate = (subject: Subject) => Breach | undefined;

/** What a revision changed, for somebody who pins an older policy version. */
export interface RevisionChange {
  /** `none`: the check moved or was split, and the same pods pass. */
  readonly effect: 'stricter' | 'looser' | 'none';
  readonly says: string;
}

export interface Revision {
  /** First minor that the revision applies to, until the next revision. */
  readonly since: number;
  readonly check: Evaluate;
  /** Baseline checks that don't run at the restricted level while this revision does. */
  readonly overrides?: readonly CheckId[];
  readonly change?: RevisionChange;
}

export interface Check {
  readonly id: CheckId;
  readonly level: Exclude<Level, 'privileged'>;
  /**
   * The fields of which the check forbids some values: it isn't run on a pod that mentions none
   * of them. Left out by checks that require something.
   */
  readonly about?: readonly Mention[];
  /** Oldest first. Older minors than the first are not checked at all. */
  readonly versions: readonly Revision[];
}
