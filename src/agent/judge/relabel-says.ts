import { kubectlWarning, type NamespacePolicy, relabelWarnings } from '../../pss/index.ts';
import { worstViolations } from './judged-pod.ts';
import { examplePodName } from './kubernetes-says.ts';
import type { PodJudgement } from './pod-judgement.ts';

/** The server looks at so many of a namespace's pods and no more. */
const mostLookedAt = 3000;

interface Judged {
  readonly policy: NamespacePolicy;
  readonly pods: readonly PodJudgement[];
}

/**
 * What `kubectl label` prints, line by line, when the manifest's enforce level is set on a namespace
 * in which these pods run already: they go on running, and are refused when they are made anew.
 * A pod whose Deployment is refused does not run, and of one that cannot be judged nothing is known.
 * @param namespace its name
 * @returns nothing where nothing is violated
 */
export function relabelSays({ policy, pods }: Judged, namespace: string): readonly string[] {
  if (namespace === '') return [];
  const running = pods.filter(({ api, replicas }) => api.refused === undefined && replicas > 0);
  const all = running.reduce((sum, { replicas }) => sum + replicas, 0);
  // The server begins with one pod of each Deployment.
  let left = mostLookedAt - running.length;
  const looked = running.flatMap((pod) => {
    const others = Math.max(0, Math.min(pod.replicas - 1, left));
    left -= others;
    const one = { name: examplePodName(pod), violations: worstViolations(pod.modes.enforce) };
    return Array.from({ length: 1 + others }, () => one);
  });
  const partly = `new PodSecurity enforce level only checked against the first ${looked.length} of ${all} existing pods`;
  return [
    ...(isChecked(policy) && looked.length < all ? [partly] : []),
    ...relabelWarnings(namespace, policy.enforce.text, looked),
  ].map(kubectlWarning);
}

function isChecked({ enforce }: NamespacePolicy): boolean {
  return enforce.level !== 'privileged';
}
