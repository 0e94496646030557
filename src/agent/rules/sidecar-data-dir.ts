import type { Change } from '../../yaml/change.ts';
import { vectorVolume } from '../chart/chart.ts';
import { isWritable } from '../chart/volumes.ts';
import {
  effective,
  mayHaveReadOnlyRoot,
  sidecarIndex,
  type Variant,
} from '../judge/pods/chart-pod.ts';
import type { Fix } from './finding.ts';
import { declareVolume, sidecarMount, volumeNameFor } from './fixes/folders.ts';
import { sidecarPods } from './fixes/log-volume.ts';
import { takesItems } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';
import { dataDirOf } from './sidecar-config.ts';
import { folderState } from './writable.ts';

/**
 * Vector keeps its checkpoints in `data_dir`, /var/lib/vector unless its config sets another. On
 * a read-only root it does not start without a writable mount there ("Could not create
 * subdirectory ... Read-only file system"). On a writable root the folder belongs to root in the
 * image, so a sidecar that runs as another user may fail all the same: advice.
 * The config's text is left alone: the volume is mounted at the very path it names.
 * Source: vectordotdev/helm-charts#226, #266.
 */
const check: Check = (model) => {
  const folder = dataDirOf(model.values);
  const pods = sidecarPods(model);
  const fix = dataDirFix(model);
  return pods.flatMap((pod) => {
    const index = sidecarIndex(pod);
    const sidecar = pod.containers[index];
    if (sidecar === undefined) return [];
    const state = folderState(pod, sidecar, folder);
    if (state.kind === 'dangling') return [];
    const isReadOnlyMount =
      state.kind === 'mounted' && (state.mount.readOnly || !isWritable(state.volume));
    if (state.kind === 'mounted' && !isReadOnlyMount) return [];
    const isReadOnly = isReadOnlyMount || mayHaveReadOnlyRoot(pod, index);
    const isNonRoot = pod.variants.some((variant) => runsAsNonRoot(variant, index));
    if (!isReadOnly && !isNonRoot) return [];
    return [
      finding({
        rule: 'sidecar-data-dir',
        effect: isReadOnly ? 'fails' : 'advice',
        message: isReadOnly
          ? `${folder} of the sidecar is not writable: Vector does not start`
          : `${folder} of the sidecar may not be writable for a user other than root`,
        why: 'Vector keeps its checkpoints in that folder, its data_dir.',
        path: ['loggingSidecar', 'volumeMounts'],
        field: 'sidecar.dataVolume',
        pod: pod.id,
        container: sidecar.name,
        fix: isReadOnlyMount ? undefined : fix,
      }),
    ];
  });
};

export const sidecarDataDir: Rule = {
  id: 'sidecar-data-dir',
  summary: 'The logging sidecar cannot write its data_dir.',
  remedy: 'Mount an emptyDir at the folder in the sidecar.',
  help: pages.vector,
  effects: ['fails', 'advice'],
  check,
};

function runsAsNonRoot(variant: Variant, index: number): boolean {
  const user = effective(variant, index, 'runAsUser');
  return (
    effective(variant, index, 'runAsNonRoot') === true || (typeof user === 'number' && user !== 0)
  );
}

/** One volume name for all pods with a sidecar, mounted in the sidecar at its data_dir. */
export const dataDirFix = once((model): Fix | undefined => {
  const pods = sidecarPods(model);
  const folder = dataDirOf(model.values);
  const [first] = pods;
  const mounts = first?.containers[sidecarIndex(first)]?.mounts ?? [];
  if (first === undefined || mounts.some(({ mountPath }) => mountPath === folder)) return undefined;
  if (!takesItems(model, ['loggingSidecar', 'volumeMounts'])) return undefined;
  const volume = volumeNameFor(pods, vectorVolume);
  const changes: Change[] = [];
  for (const pod of pods) {
    if (!takesItems(model, [...pod.path, 'volumes'])) return undefined;
    changes.push(...declareVolume(pod, volume));
  }
  changes.push(sidecarMount(volume, folder, false));
  return valuesFix(`Give the sidecar a writable ${folder}`, changes);
});
