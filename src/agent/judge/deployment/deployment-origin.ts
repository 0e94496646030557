import type { Place } from '../../../kube/field-path.ts';
import { labelComplaints } from '../../../kube/names.ts';
import type { Path } from '../../../yaml/path.ts';
import { isUnset, type Mapping, textOf, valueAt } from '../../documents/plain.ts';
import { type ChartPod, originOf, type Variant } from '../pods/chart-pod.ts';
import { commonVariables } from './build-deployment.ts';
import { serviceAccountOf } from './service-account.ts';

/** Where a field of a Deployment comes from in the values file, or would come from. */
export function deploymentOrigin(
  pod: ChartPod,
  variant: Variant,
  values: Mapping,
  [part, field, ...rest]: Place,
): Path {
  if (part === 'metadata') return metadataOrigin(pod, values, field, rest);
  if (field === 'replicas') return [...pod.path, 'replicas'];
  if (field !== 'template') return pod.path;
  const [within, key, ...below] = rest;
  if (within === 'metadata') return metadataOrigin(pod, values, key, below);
  return key === undefined ? pod.path : podOrigin(pod, variant, values, [key, ...below]);
}

function metadataOrigin(
  pod: ChartPod,
  values: Mapping,
  field: Place[number] | undefined,
  rest: Place,
): Path {
  if (field === 'labels' || field === 'annotations') return [field, ...rest];
  const prefix = textOf(valueAt(values, 'resourceNamePrefix'));
  const isOwn =
    pod.component === 'worker' && (prefix === '' || labelComplaints(prefix).length === 0);
  return isOwn ? [...pod.path, 'name'] : ['resourceNamePrefix'];
}

function podOrigin(pod: ChartPod, variant: Variant, values: Mapping, field: Place): Path {
  const [key, index, own, ...rest] = field;
  switch (key) {
    case 'serviceAccountName':
      return serviceAccountOf(pod, values)?.path ?? pod.path;
    case 'imagePullSecrets':
      return ['imagePullSecretName'];
    case 'nodeSelector':
    case 'affinity':
    case 'tolerations':
    case 'terminationGracePeriodSeconds':
      return [...pod.path, ...field];
  }
  if (key === 'containers' && index === 0) {
    const shared = agentField(pod, values, own, rest);
    if (shared !== undefined) return shared;
  }
  return originOf(pod, variant, ['spec', ...field]);
}

/** Where a field of the agent's own container comes from, if it need not be the component. */
function agentField(
  pod: ChartPod,
  values: Mapping,
  field: Place[number] | undefined,
  [index, ...rest]: Place,
): Path | undefined {
  if (field === 'image' || field === 'imagePullPolicy') {
    const own = valueAt(pod.spec, field);
    return isUnset(own) || own === '' ? [field] : [...pod.path, field];
  }
  if (field !== 'env') return undefined;
  const common = commonVariables(pod, values);
  if (typeof index !== 'number') {
    return isUnset(valueAt(pod.spec, 'env')) ? ['commonEnv'] : [...pod.path, 'env'];
  }
  return index < common
    ? ['commonEnv', index, ...rest]
    : [...pod.path, 'env', index - common, ...rest];
}
