import type { NamespacePolicy } from '../../pss/index.ts';
import type { Pod } from '../../pss/pod.ts';
import type { Component } from '../chart/chart.ts';
import { valueAt } from '../documents/plain.ts';
import { replicasOf } from './deployment/build-deployment.ts';
import { type DeploymentJudgement, unjudgedDeployment } from './deployment/judged-deployment.ts';
import { type JudgedPod, type PodModes, unjudgedModes } from './judged-pod.ts';
import type { ChartPod, PodContainer, UnbuiltPod } from './pods/chart-pod.ts';

/** A pod as everything that shows a verdict sees it: they select from this and judge nothing. */
export interface PodJudgement {
  /** `worker/default-worker`, `dag-processor`, `triggerer`, `sentinel`. */
  readonly id: string;
  readonly component: Component;
  /** Index in `workers` for a worker. */
  readonly index?: number;
  /** The Deployment's name as far as it is known: `acme-remote-worker-default-worker`. */
  readonly deployment: string;
  /** How many pods it asks for, as far as the file says; 1 if it does not, 0 if nobody knows the pod. */
  readonly replicas: number;
  /** None for a pod that could not be built. */
  readonly containers: readonly PodContainer[];
  readonly modes: PodModes;
  /** What the API server makes of the Deployment, before any pod is made. */
  readonly api: DeploymentJudgement;
  /** The pod as the chart would create it under the reading that enforce takes worst. */
  readonly pod: Pod;
}

export function judgementOf({ pod, modes, api }: JudgedPod): PodJudgement {
  const shown = pod.variants[modes.enforce.worst] ?? pod.variants[0];
  const containers = pod.containers.map(
    ({ name, kind, image, place }, index): PodContainer => ({
      name,
      kind,
      image,
      place,
      isRootReadOnly: pod.variants.every(
        ({ containerContexts }) =>
          valueAt(containerContexts[index]?.value, 'readOnlyRootFilesystem') === true,
      ),
    }),
  );
  return { ...identityOf(pod), containers, modes, api, pod: shown.pod, replicas: countOf(pod) };
}

export function judgementOfUnbuilt(pod: UnbuiltPod, policy: NamespacePolicy): PodJudgement {
  const modes = unjudgedModes(policy);
  return {
    ...identityOf(pod),
    replicas: 0,
    containers: [],
    modes,
    api: unjudgedDeployment,
    pod: {},
  };
}

function countOf(pod: ChartPod): number {
  const replicas = replicasOf(pod);
  return Number.isInteger(replicas) ? Math.max(0, Number(replicas)) : 1;
}

function identityOf({ id, component, index, deployment }: ChartPod | UnbuiltPod) {
  return { id, component, ...(index === undefined ? {} : { index }), deployment };
}
