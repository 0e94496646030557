import type { PodAssessment } from '../../agent/assess/assessment.ts';
import { examplePodName, kubernetesSays } from '../../agent/judge/kubernetes-says.ts';

/** What a dry run and the events print for one pod's Deployment; a line that starts with # is ours. */
export interface SaysWords {
  /** kubectl's warning that comes with the Deployment. */
  readonly warning: string | undefined;
  /** What becomes of the Deployment and then of its pod. */
  readonly applied: string;
  readonly event: string;
  /** The audit log's annotation. */
  readonly annotation: string | undefined;
}

/** Nothing is claimed to be created that the verdict on the pod does not bear out. */
export function saysWords(pod: PodAssessment): SaysWords {
  const { warning, forbidden, audit } = kubernetesSays(pod);
  const isSure = forbidden !== undefined || pod.refusals.length === 0;
  const isKnown = pod.verdict !== 'unknown';
  return {
    warning,
    applied:
      isSure && isKnown
        ? `deployment.apps/${pod.deployment} created (server dry run)`
        : '# Whether the Deployment is created cannot be told from the Pod Security Standards.',
    event: eventOf(pod, forbidden),
    annotation: audit && `pod-security.kubernetes.io/audit-violations: ${audit}`,
  };
}

function eventOf(pod: PodAssessment, forbidden: string | undefined): string {
  if (forbidden !== undefined) return `FailedCreate  Error creating: ${forbidden}`;
  if (pod.verdict === 'unknown') return `# Cannot be judged: ${pod.unknownReason ?? ''}`.trim();
  if (pod.verdict === 'rejected') return `# No pod is created: ${pod.refusals.join('; ')}`;
  return `SuccessfulCreate  Created pod: ${examplePodName(pod)}`;
}
