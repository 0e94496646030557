import type { Change } from '../../../yaml/change.ts';
import type { Path } from '../../../yaml/path.ts';
import { mountComments, sidecarMountComment } from '../../chart/chart.ts';
import type { Volume } from '../../chart/volumes.ts';
import { agentIndex, type ChartPod } from '../../judge/pods/chart-pod.ts';
import { type Model, takesItems } from '../model.ts';

/*
 * Writable folders: an emptyDir volume and its mount. Every rule that wants one asks here, so
 * that two rules that want the same folder come to the same changes, which are then made once.
 */

/**
 * The volume to use under a wanted name: the user's own of that name if it is an emptyDir,
 * otherwise the first free name of `tmp`, `tmp-2`, ...
 */
export function volumeNameFor(pods: readonly ChartPod[], wanted: string): string {
  const usable = (name: string) =>
    pods.every(({ volumes }) => {
      const known = volumes.find((volume) => volume.name === name);
      return known === undefined || known.kind === 'emptyDir';
    });
  let name = wanted;
  for (let n = 2; !usable(name); n += 1) name = `${wanted}-${n}`;
  return name;
}

export function volumeOf(pod: ChartPod, name: string): Volume | undefined {
  return pod.volumes.find((volume) => volume.name === name);
}

/** Declares an emptyDir in a pod unless it has a volume of that name. */
export function declareVolume(pod: ChartPod, name: string): readonly Change[] {
  if (volumeOf(pod, name) !== undefined) return [];
  return [{ op: 'append', path: [...pod.path, 'volumes'], value: { name, emptyDir: {} } }];
}

/**
 * Gives the agent's container a writable folder in the volume given. Undefined where something
 * stands in the way that only a person can move: another mount at that path, or no list.
 */
export function agentFolder(
  model: Model,
  pod: ChartPod,
  folder: string,
  volume: string,
): readonly Change[] | undefined {
  const mounts = [...pod.path, 'volumeMounts'];
  const agent = pod.containers[agentIndex(pod)];
  const taken = agent?.mounts.some(({ mountPath }) => mountPath === folder);
  if (taken || !takesItems(model, mounts) || !takesItems(model, [...pod.path, 'volumes'])) {
    return undefined;
  }
  // Sentinel keeps no socket file, which is what the comment speaks of.
  const comment = pod.component === 'sentinel' ? undefined : mountComments[folder];
  return [...declareVolume(pod, volume), mountAt(mounts, volume, folder, comment)];
}

export function sidecarMount(volume: string, folder: string, isLogs: boolean): Change {
  const comment = isLogs ? sidecarMountComment : undefined;
  return mountAt(['loggingSidecar', 'volumeMounts'], volume, folder, comment);
}

function mountAt(list: Path, name: string, mountPath: string, comment?: string): Change {
  const value = { name, mountPath };
  const change = { op: 'append', path: list, value } as const;
  return comment === undefined ? change : { ...change, comments: { mountPath: comment } };
}
