import { quantityAmount } from '../../kube/quantity.ts';
import { tmpFolder } from '../chart/chart.ts';
import { isWithin } from '../chart/volumes.ts';
import { bundleClasses } from '../judge/pods/bundles.ts';
import { agentIndex, type ChartPod } from '../judge/pods/chart-pod.ts';
import { bundleStorage } from '../judge/pods/env.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';
import { agentCannotWrite, folderState } from './writable.ts';

/** Below this a clone with its worktrees is likely not to fit. */
const smallVolume = 256 * 2 ** 20;

/**
 * A GitDagBundle clones the repository in worker, DAG processor and triggerer: a bare clone, a
 * tracking clone and one for each running version. The place is
 * AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_STORAGE_PATH, else below /tmp, and it must be writable and
 * large enough. A missing /tmp is tmp-writable's to report.
 * Source: Airflow's bundles/base.py and git.py.
 */
const check: Check = (model) => {
  if (!bundleClasses(model.values).includes('GitDagBundle')) return [];
  return model.pods.flatMap(({ pod }) => {
    if (pod.component === 'sentinel') return [];
    const message = complaint(model, pod);
    if (message === undefined) return [];
    return [
      finding({
        rule: 'bundle-storage',
        effect: 'advice',
        message,
        why: 'The Git bundle is cloned there, once for each version that runs.',
        path: [...pod.path, 'volumeMounts'],
        pod: pod.id,
      }),
    ];
  });
};

export const bundleStorageRule: Rule = {
  id: 'bundle-storage',
  summary: 'The folder that a Git DAG bundle is cloned to cannot be written, or is small.',
  remedy: 'Mount a writable volume of at least 256Mi at the folder.',
  help: pages.bundles,
  effects: ['advice'],
  check,
};

function complaint({ values }: Model, pod: ChartPod): string | undefined {
  const folder = bundleStorage(pod, values);
  const agent = pod.containers[agentIndex(pod)];
  if (folder === undefined || agent === undefined) return undefined;
  if (agentCannotWrite(pod, folder)) {
    return isWithin(folder, tmpFolder)
      ? undefined
      : `${folder}, the DAG bundles’ folder, is not writable`;
  }
  const state = folderState(pod, agent, folder);
  if (state.kind !== 'mounted' || state.volume.kind !== 'emptyDir') return undefined;
  const size = quantityAmount(state.volume.source.sizeLimit);
  if (size === undefined || size >= smallVolume) return undefined;
  return `Volume "${state.volume.name}" may be too small for the clones of a Git bundle`;
}
