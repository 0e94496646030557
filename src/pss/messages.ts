import type { Violation } from './evaluate.ts';
import { compareBytes, goQuote, pluralize } from './words.ts';

/** What the API server and kubectl print about violations, word for word. */

/** The reasons with their details, if they have any: what follows `violates PodSecurity "restricted:latest": `. */
export function detailOf(violations: readonly Violation[]): string {
  return violations
    .map(({ reason, detail }) => (detail === '' ? reason : `${reason} (${detail})`))
    .join(', ');
}

/** The reasons alone, as they are listed for the pods of a namespace. */
export function reasonsOf(violations: readonly Violation[]): string {
  return violations.map(({ reason }) => reason).join(', ');
}

/**
 * The API server's refusal of a pod.
 * @param policyText level and version as the namespace's labels write them: `restricted:latest`
 */
export function forbiddenMessage(
  podName: string,
  policyText: string,
  violations: readonly Violation[],
): string {
  return `pods ${goQuote(podName)} is forbidden: violates PodSecurity "${policyText}": ${detailOf(violations)}`;
}

/** The refusal as kubectl prints it, with the file if the pod came from `kubectl apply -f`. */
export function kubectlForbiddenMessage(forbidden: string, file?: string): string {
  const origin = file === undefined ? '' : `error when creating ${goQuote(file)}: `;
  return `Error from server (Forbidden): ${origin}${forbidden}`;
}

/** The warning that comes with an admitted pod or workload; the audit annotation says the same. */
export function warningMessage(policyText: string, violations: readonly Violation[]): string {
  return `would violate PodSecurity "${policyText}": ${detailOf(violations)}`;
}

/** A warning as kubectl prints it. */
export function kubectlWarning(warning: string): string {
  return `Warning: ${warning}`;
}

/** A pod that runs in a namespace, and what it violates of the namespace's new policy. */
export interface PodViolations {
  readonly name: string;
  readonly violations: readonly Violation[];
}

/**
 * The warnings that answer a stricter enforce label on a namespace with running pods: one for
 * the namespace, then one for each set of reasons, named after the first pod that has it.
 */
export function relabelWarnings(
  namespace: string,
  policyText: string,
  pods: readonly PodViolations[],
): readonly string[] {
  const podsByReasons = new Map<string, string[]>();
  for (const { name, violations } of pods) {
    if (violations.length === 0) continue;
    const reasons = reasonsOf(violations);
    podsByReasons.set(reasons, [...(podsByReasons.get(reasons) ?? []), name]);
  }
  if (podsByReasons.size === 0) return [];
  const lines = [...podsByReasons].map(([reasons, names]) => `${countOf(names)}: ${reasons}`);
  return [
    `existing pods in namespace ${goQuote(namespace)} violate the new PodSecurity enforce level "${policyText}"`,
    ...lines.sort(compareBytes),
  ];
}

function countOf(names: readonly string[]): string {
  const [first, ...others] = [...names].sort(compareBytes);
  if (others.length === 0) return `${first}`;
  return `${first} (and ${others.length} other ${pluralize('pod', 'pods', others.length)})`;
}
