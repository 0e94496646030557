import { sidecarDefaults } from '../../chart/chart.ts';
import {
  isList,
  isMapping,
  isUnset,
  type Mapping,
  textOf,
  valueAt,
} from '../../documents/plain.ts';
import type { ChartContainer, ChartPod, Variant } from '../pods/chart-pod.ts';
import { serviceAccountOf } from './service-account.ts';

/** Stands for the labels by which the chart's templates find the pods: nobody has seen them. */
const selector = { 'example.com/agent': 'pod' };

/**
 * The Deployment that the chart would make of a pod's values, as far as they are known to reach
 * it: what only unseen templates make of a value isn't there.
 */
export function deploymentOf(pod: ChartPod, variant: Variant, values: Mapping): Mapping {
  const { spec, deployment } = pod;
  const labels = valueAt(values, 'labels');
  const annotations = valueAt(values, 'annotations');
  const pullSecret = valueAt(values, 'imagePullSecretName');
  const account = serviceAccountOf(pod, values);
  return {
    metadata: { name: deployment, labels, annotations },
    spec: {
      replicas: replicasOf(pod),
      selector: { matchLabels: selector },
      template: {
        metadata: { labels: withSelector(labels), annotations },
        spec: {
          initContainers: passedOn(spec, 'initContainers'),
          containers: [
            ...madeByChart(pod, variant, values),
            ...(passedOn(spec, 'extraContainers') ?? []),
          ],
          securityContext: variant.podContext.value,
          volumes: valueAt(spec, 'volumes'),
          nodeSelector: valueAt(spec, 'nodeSelector'),
          affinity: valueAt(spec, 'affinity'),
          tolerations: valueAt(spec, 'tolerations'),
          terminationGracePeriodSeconds:
            pod.component === 'worker' ? valueAt(spec, 'terminationGracePeriodSeconds') : undefined,
          ...(account === undefined ? {} : { serviceAccountName: account.name }),
          ...(isUnset(pullSecret) || pullSecret === ''
            ? {}
            : { imagePullSecrets: [{ name: pullSecret }] }),
        },
      },
    },
  };
}

function withSelector(labels: unknown): unknown {
  return isUnset(labels) || isMapping(labels) ? { ...labels, ...selector } : labels;
}

/** How many pods are asked for, as written; an autoscaler sets the number of a worker's itself. */
export function replicasOf({ component, spec }: ChartPod): unknown {
  const isScaled = valueAt(valueAt(spec, 'hpa'), 'enabled') === true;
  if (component === 'triggerer' || (component === 'worker' && !isScaled)) {
    return valueAt(spec, 'replicas');
  }
  return undefined;
}

/** Containers that stand in the Deployment as they stand in the file. */
function passedOn(spec: Mapping, key: string): readonly unknown[] | undefined {
  const list = valueAt(spec, key);
  return isList(list) ? list : undefined;
}

function madeByChart(pod: ChartPod, variant: Variant, values: Mapping): readonly Mapping[] {
  return pod.containers.flatMap((one, index) => {
    if (one.kind !== 'agent' && one.kind !== 'sidecar') return [];
    const { spec } = one;
    const common = {
      resources: valueAt(spec, 'resources'),
      volumeMounts: valueAt(spec, 'volumeMounts'),
      securityContext: variant.containerContexts[index]?.value,
    };
    if (one.kind === 'sidecar') return [{ ...common, ...sidecarFields(one) }];
    return [
      {
        ...common,
        name: one.name,
        image: one.image,
        imagePullPolicy: pullPolicyOf(pod, values),
        env: environmentOf(pod, values),
        livenessProbe: valueAt(spec, 'livenessProbe'),
        readinessProbe: valueAt(spec, 'readinessProbe'),
      },
    ];
  });
}

function sidecarFields({ spec, name, image }: ChartContainer): Mapping {
  const given = valueAt(spec, 'name');
  return {
    name: isUnset(given) || textOf(given) === name ? name || sidecarDefaults.name : given,
    image: image || sidecarDefaults.image,
    imagePullPolicy: valueAt(spec, 'imagePullPolicy'),
    env: valueAt(spec, 'env'),
  };
}

function pullPolicyOf({ spec, component }: ChartPod, values: Mapping): unknown {
  const own = valueAt(spec, 'imagePullPolicy');
  if (!isUnset(own) && own !== '') return own;
  return component === 'sentinel' ? undefined : valueAt(values, 'imagePullPolicy');
}

/** How many variables for all stand before the agent container's own. */
export function commonVariables({ component }: ChartPod, values: Mapping): number {
  const common = valueAt(values, 'commonEnv');
  return component !== 'sentinel' && isList(common) ? common.length : 0;
}

/** The variables for all, then the component's own. */
function environmentOf({ spec, component }: ChartPod, values: Mapping): unknown {
  const own = valueAt(spec, 'env');
  const common = component === 'sentinel' ? undefined : valueAt(values, 'commonEnv');
  if (isUnset(common)) return own;
  if (isUnset(own) || !isList(common)) return common;
  return isList(own) ? [...common, ...own] : own;
}
