import type { Assessment } from '../../../agent/assess/assessment.ts';
import { mappingOf } from '../../../agent/documents/plain.ts';
import { buildPods } from '../../../agent/judge/pods/build.ts';
import type { ChartPod, UnbuiltPod } from '../../../agent/judge/pods/chart-pod.ts';
import { treeData } from '../../../agent/settings/lens/read-settings.ts';

type Pods = ReadonlyMap<string, ChartPod | UnbuiltPod>;

const known = new WeakMap<Assessment, Pods>();

/** The pods that the chart would create from the values, by their ids; built once. */
export function chartPodsOf(assessment: Assessment): Pods {
  const found = known.get(assessment);
  if (found !== undefined) return found;
  const { all } = buildPods(mappingOf(treeData(assessment.trees.values)));
  const pods = new Map(all.map((pod) => [pod.id, pod]));
  known.set(assessment, pods);
  return pods;
}
