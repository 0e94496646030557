import type { Path } from '../../../yaml/path.ts';
import { startsWith } from '../../../yaml/path.ts';
import type { ChartPod, UnbuiltPod } from './chart-pod.ts';

const components: ReadonlySet<unknown> = new Set([
  'workers',
  'dagProcessor',
  'triggerer',
  'sentinel',
]);

/** What one component does not use: everything else may reach every pod. */
const agentOnly: ReadonlySet<unknown> = new Set(['commonEnv']);

/**
 * Whether a place in the values file has a part in a pod. What is not known to concern other
 * pods alone counts as concerning this one, so that nothing fails open.
 */
export function reaches(place: Path, pod: ChartPod | UnbuiltPod): boolean {
  const [first] = place;
  if (components.has(first)) return startsWith(place, pod.path) || startsWith(pod.path, place);
  if (first === 'loggingSidecar') return pod.facts.takesSidecar;
  if (agentOnly.has(first)) return pod.component !== 'sentinel';
  return typeof first !== 'string' || !first.startsWith('x-');
}
