import { airflowHome, dagsFolder } from '../chart/chart.ts';
import { isWithin, type Mount } from '../chart/volumes.ts';
import { bundleClasses } from '../judge/pods/bundles.ts';
import { agentIndex, type ChartPod } from '../judge/pods/chart-pod.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A volume over AIRFLOW_HOME hides the DAGs, plugins and include folders that are baked into the
 * image; one over its dags folder does so where a LocalDagBundle reads them from the image. An
 * emptyDir that another container of the pod mounts as well may be filled by it, and over the
 * dags folder another kind of volume may bring the DAGs: those are left alone.
 * Source: the chart as its documentation and real values files show it, July 2026.
 */
const check: Check = (model) => {
  const isLocal = bundleClasses(model.values).includes('LocalDagBundle');
  return model.pods.flatMap(({ pod }) => {
    const agent = pod.containers[agentIndex(pod)];
    if (agent === undefined || pod.component === 'sentinel') return [];
    return agent.mounts
      .filter((mount) => hides(pod, mount, isLocal))
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

function hides(pod: ChartPod, { name, mountPath }: Mount, isLocal: boolean): boolean {
  const volume = pod.volumes.find((one) => one.name === name);
  if (volume === undefined) return false;
  const isEmpty = volume.kind === 'emptyDir';
  const sharers = pod.containers.filter(({ mounts }) => mounts.some((one) => one.name === name));
  if (isEmpty && sharers.length > 1) return false;
  if (isWithin(airflowHome, mountPath)) return true;
  return isLocal && isEmpty && isWithin(dagsFolder, mountPath);
}
