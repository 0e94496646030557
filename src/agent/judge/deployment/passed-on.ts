import { type Path, startsWith } from '../../../yaml/path.ts';
import { isList, isMapping, type Mapping, valueIn } from '../../documents/plain.ts';
import type { ChartPod } from '../pods/chart-pod.ts';
import { deploymentOf } from './build-deployment.ts';

/**
 * Tells of a place in the values whether it stands in a Deployment as it stands in the file, so
 * that it is the API server's to judge and nobody else's.
 */
export function passedOn(pods: readonly ChartPod[], values: Mapping): (place: Path) => boolean {
  const passed = new Set<unknown>();
  const contexts: Path[] = [];
  for (const pod of pods) {
    for (const variant of pod.variants) {
      collect(deploymentOf(pod, variant, values), passed);
      for (const { layers } of [variant.podContext, ...variant.containerContexts]) {
        contexts.push(...layers.map(({ path }) => path));
      }
    }
  }
  // What a context is made of stands in a mapping of its own in the Deployment.
  return (place) =>
    passed.has(valueIn(values, place.slice(0, -1))) ||
    contexts.some((path) => path.length < place.length && startsWith(place, path));
}

/** Everything that can be shared between values and Deployment: mappings and lists. */
function collect(value: unknown, into: Set<unknown>): void {
  if ((!isMapping(value) && !isList(value)) || into.has(value)) return;
  into.add(value);
  for (const item of Object.values(value)) collect(item, into);
}
