import { invalidMessage } from '../../kube/messages.ts';
import {
  forbiddenMessage,
  kubectlWarning,
  type Mode,
  type Violation,
  warningMessage,
} from '../../pss/index.ts';
import type { Refused } from './deployment/judged-deployment.ts';
import { worstViolations } from './judged-pod.ts';
import type { PodJudgement } from './pod-judgement.ts';

/** What kubectl and the events show for one Deployment and its pods, word for word. */
export interface KubernetesSays {
  /** The API server's refusal of the Deployment: then no pod is made, and nothing else is said. */
  readonly refused: string | undefined;
  /** kubectl's lines of what the API server finds odd in the Deployment that it takes. */
  readonly odd: readonly string[];
  /** kubectl's line on `kubectl apply` of the Deployment: warned, never rejected. */
  readonly warning: string | undefined;
  /** The ReplicaSet's FailedCreate event: the pod is what the API server rejects. */
  readonly forbidden: string | undefined;
  /** The audit log's annotation for the pod. */
  readonly audit: string | undefined;
}

/** Stands in for the name that the ReplicaSet would generate. */
export function examplePodName({ deployment }: Pick<PodJudgement, 'deployment'>): string {
  return `${deployment}-7c9d8b6f5-x2x7k`;
}

/**
 * What Kubernetes would say of a pod, for each mode under the reading of the chart that it takes
 * worst. A warning comes with the Deployment even where enforce then rejects its pods; with a pod
 * it comes only if it is admitted. Validation comes before admission, so of a Deployment that is
 * refused Pod Security hears nothing, and of a pod that is invalid enforce hears nothing.
 */
export function kubernetesSays(
  pod: Pick<PodJudgement, 'deployment' | 'modes' | 'api'>,
): KubernetesSays {
  const { refused, warnings } = pod.api;
  if (refused !== undefined) {
    const nothing = { odd: [], warning: undefined, forbidden: undefined, audit: undefined };
    return { refused: refusedText(refused), ...nothing };
  }
  const says = (mode: Mode, words: (policy: string, found: readonly Violation[]) => string) => {
    const found = worstViolations(pod.modes[mode]);
    return found.length === 0 ? undefined : words(pod.modes[mode].policy.text, found);
  };
  return {
    refused: undefined,
    odd: warnings.map(kubectlWarning),
    warning: says('warn', (policy, found) => kubectlWarning(warningMessage(policy, found))),
    forbidden:
      pod.api.ofPods.length > 0
        ? invalidMessage('Pod', examplePodName(pod), pod.api.ofPods)
        : says('enforce', (policy, found) => forbiddenMessage(examplePodName(pod), policy, found)),
    audit: says('audit', warningMessage),
  };
}

const statuses = { 400: 'Bad Request', 422: 'Unprocessable Entity' } as const;

/** The answer as its status line and its message. */
function refusedText({ status, message }: Refused): string {
  return `${status} ${statuses[status]}: ${message}`;
}
