import { logsVolume } from '../../chart/chart.ts';
import { agentIndex, type ChartPod, sidecarIndex } from '../../judge/pods/chart-pod.ts';
import type { Model } from '../model.ts';
import { once } from '../once.ts';
import { logsOf } from '../writable.ts';
import { volumeNameFor } from './folders.ts';

/** The pods that get a logging sidecar, which mounts one volume name in all of them. */
export const sidecarPods = once(({ pods }): readonly ChartPod[] =>
  pods.map(({ pod }) => pod).filter((pod) => sidecarIndex(pod) >= 0),
);

/** The volume that a pod's agent mounts right at its log folder. */
export function mountedLogVolume({ values }: Model, pod: ChartPod): string | undefined {
  const folder = logsOf(pod, values);
  const agent = pod.containers[agentIndex(pod)];
  return agent?.mounts.find(({ mountPath }) => mountPath === folder)?.name;
}

/** The name of the volume for a pod's task logs. */
export function logVolumeFor(model: Model, pod: ChartPod): string {
  return sidecarIndex(pod) >= 0 ? sharedLogVolume(model) : volumeNameFor([pod], logsVolume);
}

/**
 * The one name for all pods with a sidecar: the volume that it mounts and they log to, else one
 * that it mounts for logs by its name or path, else one that they log to, else the guide's.
 */
export const sharedLogVolume = once((model): string => {
  const pods = sidecarPods(model);
  const [first] = pods;
  const mounts = first?.containers[sidecarIndex(first)]?.mounts ?? [];
  const logged = pods.flatMap((pod) => mountedLogVolume(model, pod) ?? []);
  const mounted = mounts.find(({ name }) => logged.includes(name));
  const meant = mounts.find(
    ({ name, mountPath }) => name === logsVolume || /logs?\b/.test(`${name} ${mountPath}`),
  );
  const wanted = mounted?.name ?? meant?.name ?? logged[0] ?? logsVolume;
  return logged.includes(wanted) ? wanted : volumeNameFor(pods, wanted);
});
