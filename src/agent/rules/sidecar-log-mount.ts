import type { Change } from '../../yaml/change.ts';
import { sidecarDefaults } from '../chart/chart.ts';
import { type ChartPod, sidecarIndex } from '../judge/pods/chart-pod.ts';
import type { Fix } from './finding.ts';
import { agentFolder, declareVolume, sidecarMount } from './fixes/folders.ts';
import { mountedLogVolume, sharedLogVolume, sidecarPods } from './fixes/log-volume.ts';
import { type Model, takesItems } from './model.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';
import { logsOf } from './writable.ts';

/**
 * The logging sidecar reads task logs from a volume that it shares with the agent: the agent
 * mounts it at Airflow's log folder, the sidecar wherever its collector looks. One volume name
 * serves all workers and the triggerer, since the sidecar's mounts are written once.
 * Source: the guide, step 4.
 */
const check: Check = (model) => {
  const pods = sidecarPods(model);
  if (pods.length === 0 || !takesItems(model, ['loggingSidecar', 'volumeMounts'])) return [];
  const volume = sharedLogVolume(model);
  const apart = pods.filter((pod) => !isShared(model, pod));
  const fix = shareFix(model, apart, volume);
  return apart.map((pod) => {
    const own = mountedLogVolume(model, pod);
    const isElsewhere = own !== undefined && own !== volume;
    const folder = logsOf(pod, model.values);
    const message =
      folder === undefined
        ? `The sidecar cannot be matched with ${pod.id}’s log folder`
        : isElsewhere
          ? `${pod.id} logs to volume "${own}", which the sidecar cannot mount beside "${volume}"`
          : `The sidecar mounts no volume that ${pod.id} has at ${folder}: it collects no logs`;
    return finding({
      rule: 'sidecar-log-mount',
      effect: 'fails',
      message,
      why: 'Logs stay in the pod and are lost with it.',
      path: ['loggingSidecar', 'volumeMounts'],
      field: 'sidecar.logsPath',
      pod: pod.id,
      container: pod.containers[sidecarIndex(pod)]?.name,
      fix: isElsewhere ? undefined : fix,
    });
  });
};

export const sidecarLogMount: Rule = {
  id: 'sidecar-log-mount',
  summary: 'The logging sidecar and the agent share no volume for the task logs.',
  remedy:
    'Mount one volume in both: at Airflow’s log folder in the agent, and where the collector looks in the sidecar.',
  help: pages.guide,
  effects: ['fails'],
  check,
};

function isShared(model: Model, pod: ChartPod): boolean {
  const volume = mountedLogVolume(model, pod);
  const sidecar = pod.containers[sidecarIndex(pod)];
  return sidecar?.mounts.some(({ name }) => name === volume) ?? false;
}

/** Brings the agents' logs and the sidecar onto one volume. */
function shareFix(model: Model, apart: readonly ChartPod[], volume: string): Fix | undefined {
  const changes: Change[] = [];
  for (const pod of apart) {
    const folder = logsOf(pod, model.values);
    if (folder === undefined || mountedLogVolume(model, pod) !== undefined) continue;
    const added = agentFolder(model, pod, folder, volume);
    if (added === undefined) return undefined;
    changes.push(...added);
  }
  const [first] = apart;
  const mounts = first?.containers[sidecarIndex(first)]?.mounts ?? [];
  const isMounted = mounts.some(({ name }) => name === volume);
  if (!isMounted) {
    const taken = mounts.some(({ mountPath }) => mountPath === sidecarDefaults.logsPath);
    if (taken) return undefined;
    // Without the volume in every pod the sidecar's mount would be refused.
    for (const pod of sidecarPods(model)) {
      if (!takesItems(model, [...pod.path, 'volumes'])) return undefined;
      changes.push(...declareVolume(pod, volume));
    }
    changes.push(sidecarMount(volume, sidecarDefaults.logsPath, true));
  }
  return valuesFix(`Let the sidecar and the agents share volume ${volume}`, changes);
}
