import type { Pod } from '../../../pss/pod.ts';
import type { Path } from '../../../yaml/path.ts';
import type { Component, ComponentFacts } from '../../chart/chart.ts';
import type { Mount, Volume } from '../../chart/volumes.ts';
import { isUnset, type Mapping, valueAt } from '../../documents/plain.ts';
import { waitingIn } from '../../documents/waiting-text.ts';
import { type Context, originInContext } from './context.ts';

/** One container of a pod, as the page lists it. */
export interface PodContainer {
  readonly name: string;
  readonly kind: 'init' | 'agent' | 'sidecar' | 'extra';
  readonly image: string;
  /** Its list in the pod and its index there. */
  readonly place: readonly ['containers' | 'initContainers', number];
  /** Whether its root filesystem is read-only under every reading of the chart. */
  readonly isRootReadOnly: boolean;
}

/** A container of a pod, as the values file describes it. */
export interface ChartContainer extends Omit<PodContainer, 'isRootReadOnly'> {
  /** The mapping that describes it; for the agent's own container, the component's. */
  readonly spec: Mapping;
  readonly path: Path;
  readonly mounts: readonly Mount[];
}

/** The pod that the chart would create, under one way of reading it. */
export interface Variant {
  readonly pod: Pod;
  readonly podContext: Context;
  /** One context for each of the chart pod's containers. */
  readonly containerContexts: readonly Context[];
}

interface PodIdentity {
  readonly id: string;
  readonly component: Component;
  /** Index in `workers` for a worker. */
  readonly index?: number;
  readonly deployment: string;
  /** The component's place in the values file. */
  readonly path: Path;
  readonly facts: ComponentFacts;
}

/** A pod that the chart would create. */
export interface ChartPod extends PodIdentity {
  /** The component's own values. */
  readonly spec: Mapping;
  readonly volumes: readonly Volume[];
  /** As the API server visits them: init containers, then the agent, the sidecar, extra ones. */
  readonly containers: readonly ChartContainer[];
  /** Every distinct pod that the chart may turn these values into; usually one. */
  readonly variants: readonly [Variant, ...Variant[]];
}

/** A pod that cannot be worked out from these values. */
export interface UnbuiltPod extends PodIdentity {
  readonly reason: string;
}

/** Where a field of a pod comes from in the values file, or would come from if it were there. */
export function originOf(pod: ChartPod, variant: Variant, field: Path): Path {
  const [, part, ...rest] = field;
  if (part === 'securityContext') return originInContext(variant.podContext, rest);
  if (part === 'volumes') return [...pod.path, 'volumes', ...rest];
  const index = pod.containers.findIndex(({ place }) => place[0] === part && place[1] === rest[0]);
  const container = pod.containers[index];
  const context = variant.containerContexts[index];
  if (container === undefined || context === undefined) return pod.path;
  const below = rest.slice(1);
  return below[0] === 'securityContext'
    ? originInContext(context, below.slice(1))
    : [...container.path, ...below];
}

/** A field that a container inherits from its pod unless it sets its own. */
export function effective(variant: Variant, container: number, key: string): unknown {
  const own = valueAt(variant.containerContexts[container]?.value, key);
  return isUnset(own) ? valueAt(variant.podContext.value, key) : own;
}

/** Whether a container's root filesystem is read-only under any reading of the chart, or may come to be. */
export function mayHaveReadOnlyRoot(pod: ChartPod, container: number): boolean {
  return pod.variants.some(({ containerContexts }) => {
    const value = valueAt(containerContexts[container]?.value, 'readOnlyRootFilesystem');
    return value === true || (typeof value === 'string' && waitingIn(value) !== undefined);
  });
}

/** The index of the agent's own container. */
export function agentIndex(pod: ChartPod): number {
  return pod.containers.findIndex(({ kind }) => kind === 'agent');
}

/** The index of the logging sidecar, or -1. */
export function sidecarIndex(pod: ChartPod): number {
  return pod.containers.findIndex(({ kind }) => kind === 'sidecar');
}
