import type { PodAssessment } from '../../../agent/assess/assessment.ts';
import { examplePodName, kubernetesSays } from '../../../agent/judge/kubernetes-says.ts';

/** What a dry run and the events print for one pod's Deployment; a line that starts with # is ours. */
export interface SaysWords {
  /** kubectl's warnings that come with the Deployment. */
  readonly warnings: readonly string[];
  /** What becomes of the Deployment. */
  readonly applied: string;
  /** What then becomes of its pod; nothing where there is no Deployment. */
  readonly event: string | undefined;
  /** The audit log's annotation. */
  readonly annotation: string | undefined;
}

/** Nothing is claimed to be created that the verdict on the pod does not bear out. */
export function saysWords(pod: PodAssessment): SaysWords {
  const { refused, odd, warning, forbidden, audit } = kubernetesSays(pod);
  if (refused !== undefined) {
    return { warnings: [], applied: refused, event: undefined, annotation: undefined };
  }
  const isSure = forbidden !== undefined || pod.refusals.length === 0;
  const isKnown = pod.verdict !== 'unknown';
  return {
    warnings: warning === undefined ? odd : [...odd, warning],
    applied:
      isSure && isKnown
        ? `deployment.apps/${pod.deployment} created (server dry run)`
        : '# Whether the Deployment is created cannot be told from these files.',
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
