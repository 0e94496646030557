import { tmpFolder } from '../chart/chart.ts';
import type { Mount } from '../chart/volumes.ts';
import type { Refusal } from '../judge/deployment/refusals.ts';
import type { ChartContainer, ChartPod } from '../judge/pods/chart-pod.ts';
import { declareVolume } from './fixes/folders.ts';
import { mountedLogVolume, sidecarPods } from './fixes/log-volume.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { refused, type Wording } from './refused.ts';
import { type Check, type Rule, valuesFix } from './rule.ts';
import { dataDirOf } from './sidecar-config.ts';
import { logsOf } from './writable.ts';

/**
 * Every mount needs a volume of its name in its pod. Each component declares its own: there is no
 * list of volumes for all, and the sidecar's mounts need theirs in every worker and the triggerer.
 * Declared as an emptyDir only where the path says what the folder is for.
 */
const check: Check = (model) =>
  refused(model, 'mount-without-volume', (refusal) => wordsFor(model, refusal));

function wordsFor(model: Model, { pod, path }: Refusal): Wording {
  const place = path.slice(0, -1).join();
  for (const container of pod.containers) {
    const mount = container.mounts.find((one) => one.path.join() === place);
    if (mount === undefined) continue;
    return {
      message: `${pod.id} has no volume "${mount.name}" for the mount at ${mount.mountPath}`,
      why: 'The API server refuses a pod with a mount whose volume it does not declare.',
      container: container.name,
      fix: isKnownPurpose(model, pod, container, mount)
        ? valuesFix(`Declare volume ${mount.name} in ${pod.id}`, declareVolume(pod, mount.name))
        : undefined,
    };
  }
  return {};
}

export const mountWithoutVolume: Rule = {
  id: 'mount-without-volume',
  summary: 'A mount names a volume that its pod does not declare.',
  remedy: 'Declare the volume in the same component, or take the mount out.',
  help: pages.volumes,
  effects: ['rejected'],
  check,
};

function isKnownPurpose(
  model: Model,
  pod: ChartPod,
  { kind }: ChartContainer,
  { name, mountPath }: Mount,
): boolean {
  if (mountPath === tmpFolder) return true;
  if (kind === 'agent') return mountPath === logsOf(pod, model.values);
  if (kind !== 'sidecar') return false;
  return (
    mountPath === dataDirOf(model.values) ||
    sidecarPods(model).some((other) => mountedLogVolume(model, other) === name)
  );
}
