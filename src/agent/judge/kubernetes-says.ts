import {
  evaluate,
  forbiddenMessage,
  kubectlWarning,
  type NamespacePolicy,
  type Violation,
  warningMessage,
} from '../../pss/index.ts';
import type { PodAssessment } from '../assess/assessment.ts';

/** What kubectl and the events show for one Deployment and its pods, word for word. */
export interface KubernetesSays {
  /** kubectl's line on `kubectl apply` of the Deployment: warned, never rejected. */
  readonly warning: string | undefined;
  /** The ReplicaSet's FailedCreate event: the pod is what the API server rejects. */
  readonly forbidden: string | undefined;
  /** The audit log's annotation for the pod. */
  readonly audit: string | undefined;
}

/** Stands in for the name that the ReplicaSet would generate. */
export function examplePodName({ deployment }: PodAssessment): string {
  return `${deployment}-7c9d8b6f5-x2x7k`;
}

/**
 * What Kubernetes would say of a pod in a namespace with this policy. A warning comes with the
 * Deployment even where enforce then rejects its pods; with a pod it comes only if it is admitted.
 */
export function kubernetesSays(
  pod: PodAssessment,
  { enforce, warn, audit }: NamespacePolicy,
): KubernetesSays {
  const says = (
    policy: NamespacePolicy['enforce'],
    words: (violations: readonly Violation[]) => string,
  ) => {
    const violations = evaluate(pod.pod, policy);
    return violations.length === 0 ? undefined : words(violations);
  };
  const name = examplePodName(pod);
  return {
    warning: says(warn, (found) => kubectlWarning(warningMessage(warn.text, found))),
    forbidden: says(enforce, (found) => forbiddenMessage(name, enforce.text, found)),
    audit: says(audit, (found) => warningMessage(audit.text, found)),
  };
}
