import type { DecodeError } from '../../../kube/decode/decode.ts';
import { type FaultKind, faultText } from '../../../kube/faults.ts';
import type { Place } from '../../../kube/field-path.ts';
import type { Path } from '../../../yaml/path.ts';
import { type Mapping, valueIn } from '../../documents/plain.ts';
import type { JudgedPod } from '../judged-pod.ts';
import type { ChartPod, Variant } from '../pods/chart-pod.ts';
import { deploymentOrigin } from './deployment-origin.ts';

/**
 * Something for which the API server refuses a pod's Deployment, or would but for something else, or
 * the pod that the Deployment asks for.
 */
export interface Refusal {
  readonly pod: ChartPod;
  /** Where it comes from in the values file. */
  readonly path: Path;
  /** The field in the Deployment. */
  readonly place: Place;
  /** In the API server's words, with its field. */
  readonly message: string;
  /** Of what cannot be decoded: the type that is wanted. */
  readonly wanted?: Pick<DecodeError, 'wanted' | 'kind'>;
  /** Of what is invalid: the server's word for how. */
  readonly kind?: FaultKind;
  /** Whether the Deployment is taken, and its pods are refused. */
  readonly isOfPods: boolean;
}

/**
 * Why the API server refuses Deployments: each place and message of a pod once, whatever the
 * reading of the chart. Where a Deployment cannot even be decoded, also what is wrong besides.
 * What only follows from another fault is left out.
 */
export function refusalsOf(pods: readonly JudgedPod[], values: Mapping): readonly Refusal[] {
  return pods.flatMap((judged) =>
    judged.api.refused === undefined && judged.api.ofPods.length === 0
      ? []
      : refusalsOfPod(judged, values),
  );
}

function refusalsOfPod({ pod, api }: JudgedPod, values: Mapping): readonly Refusal[] {
  const found = new Map<string, Refusal>();
  for (const [index, variant] of pod.variants.entries()) {
    for (const refusal of inReading(pod, variant, api.readings[index], values)) {
      const key = JSON.stringify([refusal.path, refusal.message]);
      if (!found.has(key) && !isConsequence(refusal, values)) found.set(key, refusal);
    }
  }
  return [...found.values()];
}

function inReading(
  pod: ChartPod,
  variant: Variant,
  judgement: JudgedPod['api']['readings'][number] | undefined,
  values: Mapping,
): readonly Refusal[] {
  const { undecodable = [], faults = [], besides = [], ofPods = [] } = judgement ?? {};
  const at = (place: Place) => ({
    pod,
    place,
    path: deploymentOrigin(pod, variant, values, place),
  });
  return [
    ...undecodable.map(({ path, message, wanted, kind }) => ({
      ...at(path),
      message,
      isOfPods: false,
      wanted: { wanted, kind },
    })),
    ...[...faults, ...besides, ...ofPods].map((fault) => ({
      ...at(fault.path),
      message: faultText(fault),
      isOfPods: ofPods.includes(fault),
      kind: fault.kind,
    })),
  ];
}

/** A volume that is invalid itself is none to the mounts that name it. */
function isConsequence({ pod, path, place, kind }: Refusal, values: Mapping): boolean {
  if (kind !== 'Not found' || place.at(-3) !== 'volumeMounts') return false;
  const volume = valueIn(values, path);
  return pod.volumes.some(({ name }) => name === volume);
}
