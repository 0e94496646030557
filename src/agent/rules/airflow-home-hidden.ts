import { isWithin, type Mount } from '../chart/volumes.ts';
import { bundleClasses } from '../judge/pods/bundles.ts';
import { agentIndex, type ChartContainer, type ChartPod } from '../judge/pods/chart-pod.ts';
import { home } from '../judge/pods/env.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A volume over AIRFLOW_HOME hides the DAGs, plugins and include folders that are baked into the
 * image; one over its dags folder does so where a LocalDagBundle reads them from the image. An
 * init container that may write to the volume may bring them, and so may one that is known to:
 * a log collector or another reader does not. Over the dags folder another kind of volume than an
 * emptyDir may bring the DAGs by itself.
 * Source: the chart as its documentation and real values files show it, July 2026.
 */
const check: Check = (model) => {
  const isLocal = bundleClasses(model.values).includes('LocalDagBundle');
  return model.pods.flatMap(({ pod }) => {
    const agent = pod.containers[agentIndex(pod)];
    const folder = home(pod, model.values);
    if (agent === undefined || folder === undefined || pod.component === 'sentinel') return [];
    return agent.mounts
      .filter((mount) => hides(pod, mount, folder, isLocal))
      .map((mount) =>
        finding({
          rule: 'airflow-home-hidden',
          effect: 'fails',
          message: `Volume "${mount.name}" at ${mount.mountPath} hides what the image has there`,
          why: 'DAGs, plugins and include folders of the image are gone under a mounted volume.',
          path: mount.path,
          pod: pod.id,
          container: agent.name,
        }),
      );
  });
};

export const airflowHomeHidden: Rule = {
  id: 'airflow-home-hidden',
  summary: 'A volume hides what the image has in AIRFLOW_HOME.',
  remedy: 'Mount the volume elsewhere, or bring the DAGs in it.',
  help: pages.guide,
  effects: ['fails'],
  check,
};

function hides(
  pod: ChartPod,
  { name, mountPath }: Mount,
  folder: string,
  isLocal: boolean,
): boolean {
  const volume = pod.volumes.find((one) => one.name === name);
  if (volume === undefined || pod.containers.some((one) => fills(one, name))) return false;
  if (isWithin(folder, mountPath)) return true;
  return isLocal && volume.kind === 'emptyDir' && isWithin(`${folder}/dags`, mountPath);
}

/** What copies files from elsewhere into a volume for as long as the pod runs. */
const fillers = /\b(git-?sync|s3-?sync|gcs-?sync|rclone|rsync|oras)\b/i;

function fills({ kind, name, image, mounts }: ChartContainer, volume: string): boolean {
  const isFiller = kind === 'init' || (kind === 'extra' && fillers.test(`${name} ${image}`));
  return isFiller && mounts.some((one) => one.name === volume && !one.readOnly);
}
