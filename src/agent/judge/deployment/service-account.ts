import type { Path } from '../../../yaml/path.ts';
import type { Component } from '../../chart/chart.ts';
import { isUnset, type Mapping, valueIn } from '../../documents/plain.ts';
import type { ChartPod } from '../pods/chart-pod.ts';

/** Where the service accounts of the components stand below `serviceAccount`. */
const keys: Readonly<Record<Component, string>> = {
  worker: 'workers',
  dagProcessor: 'dagProcessor',
  triggerer: 'triggerer',
  sentinel: 'sentinel',
};

/**
 * The service account that the values name for a pod, and where: a worker's own goes before that
 * of all workers. Undefined where the chart makes up a name.
 */
export function serviceAccountOf(
  { component, spec, path }: ChartPod,
  values: Mapping,
): { readonly name: unknown; readonly path: Path } | undefined {
  const own = component === 'worker' ? valueIn(spec, ['serviceAccount', 'name']) : undefined;
  if (isNamed(own)) return { name: own, path: [...path, 'serviceAccount', 'name'] };
  const place = ['serviceAccount', keys[component], 'name'];
  const shared = valueIn(values, place);
  return isNamed(shared) ? { name: shared, path: place } : undefined;
}

function isNamed(name: unknown): boolean {
  return !isUnset(name) && name !== '';
}
