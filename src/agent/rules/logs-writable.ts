import { logFolderEnv } from '../chart/chart.ts';
import type { ChartPod } from '../judge/pods/chart-pod.ts';
import type { Fix } from './finding.ts';
import { agentFolder } from './fixes/folders.ts';
import { logVolumeFor } from './fixes/log-volume.ts';
import type { Model } from './model.ts';
import { pages } from './pages.ts';
import { type Check, fieldOf, finding, type Rule, valuesFix } from './rule.ts';
import { agentCannotWrite, logsOf } from './writable.ts';

/**
 * With a read-only root Airflow's log folder needs a writable volume: tasks fail before they run
 * ("Read-only file system"), and the DAG processor, which only logs its parsing, loses those
 * logs: advice. The folder is AIRFLOW__LOGGING__BASE_LOG_FOLDER of the component's env or of
 * commonEnv, else /usr/local/airflow/logs.
 * Source: the guide, step 3; Airflow's task-sdk log.py.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    if (pod.component === 'sentinel') return [];
    const folder = logsOf(pod, model.values);
    const place = {
      rule: 'logs-writable',
      path: [...pod.path, 'volumeMounts'],
      field: fieldOf([...pod.path, 'volumeMounts']),
      pod: pod.id,
      container: pod.facts.container,
    };
    if (folder === undefined) {
      return [
        finding({
          ...place,
          effect: 'advice',
          message: `${logFolderEnv} names a folder that only the cluster knows`,
          why: 'Whether the log folder is writable cannot be seen from this file.',
        }),
      ];
    }
    if (!agentCannotWrite(pod, folder)) return [];
    const isParser = pod.component === 'dagProcessor';
    return [
      finding({
        ...place,
        effect: isParser ? 'advice' : 'fails',
        message: `${folder} is not writable: ${isParser ? 'parsing logs are lost' : 'tasks fail before they run'}`,
        why: 'With a read-only root filesystem only mounted volumes can be written, and Airflow writes its logs there first.',
        fix: logsFix(model, pod, folder),
      }),
    ];
  });

export const logsWritable: Rule = {
  id: 'logs-writable',
  summary: 'Airflow’s log folder cannot be written on a read-only root filesystem.',
  remedy: 'Mount an emptyDir at the log folder.',
  help: pages.guide,
  effects: ['fails', 'advice'],
  check,
};

export function logsFix(model: Model, pod: ChartPod, folder: string): Fix | undefined {
  const changes = agentFolder(model, pod, folder, logVolumeFor(model, pod));
  return valuesFix(`Add a writable ${folder} to ${pod.id}`, changes ?? []);
}
