import { tmpFolder, tmpVolume } from '../chart/chart.ts';
import type { ChartPod } from '../judge/pods/chart-pod.ts';
import type { Fix } from './finding.ts';
import { agentFolder, volumeNameFor } from './fixes/folders.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { type Check, fieldOf, finding, type Rule, valuesFix } from './rule.ts';
import { agentCannotWrite } from './writable.ts';

/**
 * With a read-only root the agent needs a writable volume at /tmp: it keeps its socket file
 * there, and Python finds no temporary folder without it ("No usable temporary directory found"),
 * already while Airflow is imported. Sentinel is not known to write there: advice.
 * Source: the guide, step 3; Airflow's dag_processing/bundles/base.py.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    if (!agentCannotWrite(pod, tmpFolder)) return [];
    const isSentinel = pod.component === 'sentinel';
    return [
      finding({
        rule: 'tmp-writable',
        effect: isSentinel ? 'advice' : 'fails',
        message: isSentinel
          ? '/tmp of Sentinel is not writable'
          : '/tmp is not writable: the agent cannot make its socket file',
        why: isSentinel
          ? 'With a read-only root filesystem whatever it may want to write there fails.'
          : 'With a read-only root filesystem only mounted volumes can be written, and the agent ends at its start without /tmp.',
        path: [...pod.path, 'volumeMounts'],
        field: isSentinel ? fieldOf(pod.path) : fieldOf([...pod.path, 'volumeMounts']),
        pod: pod.id,
        container: pod.facts.container,
        fix: tmpFix(model, pod),
      }),
    ];
  });

export const tmpWritable: Rule = {
  id: 'tmp-writable',
  summary: '/tmp cannot be written on a read-only root filesystem.',
  remedy: 'Mount an emptyDir at /tmp.',
  help: pages.guide,
  effects: ['fails', 'advice'],
  check,
};

export function tmpFix(model: Model, pod: ChartPod): Fix | undefined {
  const changes = agentFolder(model, pod, tmpFolder, volumeNameFor([pod], tmpVolume));
  return valuesFix(`Add a writable /tmp to ${pod.id}`, changes ?? []);
}
