import type { Path } from '../../../yaml/path.ts';
import { valueAt } from '../../documents/plain.ts';
import type { ChartPod } from '../../judge/pods/chart-pod.ts';
import { isEmptyContext } from '../../judge/pods/context.ts';

/** Where a field for a pod's whole context is written: its own one if it has or needs one. */
export function podContextPath({ path, spec, component }: ChartPod): Path {
  const own = !isEmptyContext(valueAt(spec, 'podSecurityContext'));
  return own || component === 'sentinel' ? [...path, 'podSecurityContext'] : ['podSecurityContext'];
}
