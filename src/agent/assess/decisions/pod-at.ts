import { type Path, startsWith } from '../../../yaml/path.ts';
import { dataOf } from '../../../yaml/value.ts';
import { isMapping } from '../../documents/plain.ts';
import { buildPods } from '../../judge/pods/build.ts';
import type { ChartPod } from '../../judge/pods/chart-pod.ts';
import type { Assessment } from '../assessment.ts';

const built = new WeakMap<Assessment, readonly ChartPod[]>();

/** The pods that the chart would create, built once for all decisions of an assessment. */
export function podsOf(assessment: Assessment): readonly ChartPod[] {
  const known = built.get(assessment);
  if (known !== undefined) return known;
  const { root } = assessment.trees.values;
  const data = root && dataOf(root);
  const pods = isMapping(data) ? buildPods(data).built : [];
  built.set(assessment, pods);
  return pods;
}

/** The pod whose component a place of values.yaml belongs to. */
export function podAt(assessment: Assessment, path: Path): ChartPod | undefined {
  return podsOf(assessment).find((pod) => startsWith(path, pod.path));
}
