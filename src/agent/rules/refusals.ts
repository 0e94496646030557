import { faultText } from '../../kube/faults.ts';
import type { Place } from '../../kube/field-path.ts';
import { type Path, samePath } from '../../yaml/path.ts';
import { valueIn } from '../documents/plain.ts';
import { waitingIn } from '../documents/waiting-text.ts';
import { deploymentOrigin } from '../judge/deployment/deployment-origin.ts';
import type { JudgedPod } from '../judge/judged-pod.ts';
import type { ChartPod } from '../judge/pods/chart-pod.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { once } from './once.ts';
import { type RefusalRule, ruleOfError, ruleOfFault } from './refusal-rule.ts';

/** Something for which the API server refuses a pod's Deployment. */
export interface Refusal {
  readonly pod: ChartPod;
  /** The rule to which it belongs, if it is not just invalid-field's. */
  readonly rule: RefusalRule | undefined;
  /** Where it comes from in the values file. */
  readonly path: Path;
  /** In the API server's words, with its field. */
  readonly message: string;
  /** Of what cannot be decoded: the type that is wanted, in Go's words. */
  readonly wanted?: string;
}

/**
 * Why the API server refuses Deployments: each place and message of a pod once, whatever the
 * reading of the chart. What only follows from another fault is left out.
 */
export const refusalsOf = once((model: Model): readonly Refusal[] =>
  model.pods.flatMap((judged) =>
    judged.api.refused === undefined ? [] : refusalsOfPod(model, judged),
  ),
);

function refusalsOfPod({ values }: Model, { pod, api }: JudgedPod): readonly Refusal[] {
  const found = new Map<string, Refusal>();
  for (const [index, variant] of pod.variants.entries()) {
    const { undecodable = [], faults = [] } = api.readings[index] ?? {};
    const origin = (place: Place) => deploymentOrigin(pod, variant, values, place);
    const add = (refusal: Omit<Refusal, 'pod'>) => {
      const key = JSON.stringify([refusal.path, refusal.message]);
      if (!found.has(key)) found.set(key, { pod, ...refusal });
    };
    for (const error of undecodable) {
      const { message, wanted } = error;
      add({ rule: ruleOfError(error), path: origin(error.path), message, wanted });
    }
    for (const fault of faults) {
      const rule = ruleOfFault(fault);
      const path = origin(fault.path);
      // A volume that is invalid itself is none to the mounts that name it.
      const isConsequence =
        rule === 'mount-without-volume' && isDeclared(pod, valueIn(values, path));
      if (!isConsequence) add({ rule, path, message: faultText(fault) });
    }
  }
  return [...found.values()];
}

function isDeclared({ volumes }: ChartPod, volume: unknown): boolean {
  return volumes.some(({ name }) => name === volume);
}

/**
 * Keeps of what a rule says to be rejected what the API server refuses, too, or what it cannot
 * know yet: where another value stops it from decoding the Deployment, or waits for a real one.
 * @param besides another place that has a part in what the server sees, such as a name's prefix
 */
export function borneOut(
  model: Model,
  rule: RefusalRule,
  found: readonly Finding[],
  besides?: Path,
): readonly Finding[] {
  if (found.length === 0) return found;
  const refusals = refusalsOf(model);
  const unread = new Set(
    refusals.filter(({ wanted }) => wanted !== undefined).map(({ pod }) => pod.id),
  );
  return found.filter(({ effect, path, pod }) => {
    const places = besides === undefined ? [path] : [path, besides];
    if (effect !== 'rejected' || places.some((place) => isWaiting(model, place))) return true;
    if (pod === undefined ? unread.size > 0 : unread.has(pod)) return true;
    return refusals.some(
      (one) =>
        one.rule === rule &&
        places.some((place) => samePath(one.path, place)) &&
        (pod === undefined || one.pod.id === pod),
    );
  });
}

function isWaiting({ values }: Model, path: Path): boolean {
  const value = valueIn(values, path);
  return typeof value === 'string' && waitingIn(value) !== undefined;
}
