import { tmpFolder } from '../chart/chart.ts';
import type { Mount } from '../chart/volumes.ts';
import type { ChartContainer, ChartPod } from '../judge/pods/chart-pod.ts';
import type { Finding, Fix } from './finding.ts';
import { declareVolume } from './fixes/folders.ts';
import { mountedLogVolume, sidecarPods } from './fixes/log-volume.ts';
import { type Model, takesItems } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { borneOut } from './refusals.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';
import { dataDirOf } from './sidecar-config.ts';
import { logsOf } from './writable.ts';

/**
 * Every mount needs a volume of its name in its pod. Each component declares its own: there is no
 * list of volumes for all, and the sidecar's mounts need theirs in every worker and the triggerer.
 * Declared as an emptyDir only where the path says what the folder is for.
 * Source: Kubernetes' validation (`volumeMounts[0].name: Not found`).
 */
const check: Check = once((model) => borneOut(model, 'mount-without-volume', undeclared(model)));

function undeclared(model: Model): readonly Finding[] {
  return model.pods.flatMap(({ pod }) => {
    if (!takesItems(model, [...pod.path, 'volumes'])) return [];
    const declared = new Set(pod.volumes.map(({ name }) => name));
    return pod.containers.flatMap((container) =>
      container.mounts
        .filter(({ name }) => name !== '' && !declared.has(name))
        .map((mount) =>
          finding({
            rule: 'mount-without-volume',
            effect: 'rejected',
            message: `${pod.id} has no volume "${mount.name}" for the mount at ${mount.mountPath}`,
            why: 'The API server refuses a pod with a mount whose volume it does not declare.',
            path: [...mount.path, 'name'],
            pod: pod.id,
            container: container.name,
            fix: declaration(model, pod, container, mount),
          }),
        ),
    );
  });
}

export const mountWithoutVolume: Rule = {
  id: 'mount-without-volume',
  summary: 'A mount names a volume that its pod does not declare.',
  remedy: 'Declare the volume in the same component, or take the mount out.',
  help: pages.volumes,
  effects: ['rejected'],
  check,
};

function declaration(
  model: Model,
  pod: ChartPod,
  container: ChartContainer,
  mount: Mount,
): Fix | undefined {
  if (!isKnownPurpose(model, pod, container, mount)) return undefined;
  return valuesFix(`Declare volume ${mount.name} in ${pod.id}`, declareVolume(pod, mount.name));
}

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
