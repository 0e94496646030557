import type { Change } from '../../../yaml/change.ts';
import type { Path } from '../../../yaml/path.ts';
import { tmpFolder, tmpVolume } from '../../chart/chart.ts';
import { agentIndex, type ChartPod, sidecarIndex } from '../../judge/pods/chart-pod.ts';
import type { Fix } from '../finding.ts';
import type { Model } from '../model.ts';
import { valuesFix } from '../rule.ts';
import { dataDirOf } from '../sidecar-config.ts';
import { dataDirFix } from '../sidecar-data-dir.ts';
import { folderState, logsOf } from '../writable.ts';
import { agentFolder, volumeNameFor } from './folders.ts';
import { logVolumeFor, sidecarPods } from './log-volume.ts';

/**
 * Makes the root filesystem read-only at the places given, together with the writable folders
 * that the containers then need. Undefined where one of those cannot be made.
 */
export function readOnlyRootFix(model: Model, places: readonly Path[]): Fix | undefined {
  const distinct = new Map(places.map((path) => [JSON.stringify(path), path]));
  const changes: Change[] = [...distinct.values()].map((path) => ({
    op: 'set',
    path,
    value: true,
  }));
  for (const { pod } of model.pods) {
    const folders = foldersFor(model, pod);
    if (folders === undefined) return undefined;
    changes.push(...folders);
  }
  const data = sidecarFolder(model);
  if (data === undefined) return undefined;
  return valuesFix('Make the root filesystem read-only', [...changes, ...data]);
}

/** What the agent's container of a pod writes to and does not have mounted. */
function foldersFor(model: Model, pod: ChartPod): readonly Change[] | undefined {
  const logs = logsOf(pod, model.values);
  const changes: Change[] = [];
  if (isOnRoot(pod, tmpFolder)) {
    const added = agentFolder(model, pod, tmpFolder, volumeNameFor([pod], tmpVolume));
    if (added === undefined) return undefined;
    changes.push(...added);
  }
  if (logs !== undefined && isOnRoot(pod, logs)) {
    const added = agentFolder(model, pod, logs, logVolumeFor(model, pod));
    if (added === undefined) return undefined;
    changes.push(...added);
  }
  return changes;
}

function isOnRoot(pod: ChartPod, folder: string): boolean {
  const agent = pod.containers[agentIndex(pod)];
  return agent !== undefined && folderState(pod, agent, folder).kind === 'root';
}

function sidecarFolder(model: Model): readonly Change[] | undefined {
  const [pod] = sidecarPods(model);
  const sidecar = pod?.containers[sidecarIndex(pod)];
  if (pod === undefined || sidecar === undefined) return [];
  if (folderState(pod, sidecar, dataDirOf(model.values)).kind !== 'root') return [];
  return dataDirFix(model)?.changes.map(({ change }) => change);
}
