import { tmpFolder } from '../chart/chart.ts';
import { isWritable } from '../chart/volumes.ts';
import { agentIndex } from '../judge/pods/chart-pod.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';
import { folderState, logsOf } from './writable.ts';

/**
 * The agent writes to /tmp and to Airflow's log folder, so its own mounts there must not be
 * read-only. The chart's commented examples show `readOnly: true` for the logs, which is right
 * for a sidecar alone.
 * Source: the chart as its documentation and real values files show it, July 2026.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) => {
    const agent = pod.containers[agentIndex(pod)];
    if (agent === undefined || pod.component === 'sentinel') return [];
    return [tmpFolder, logsOf(pod, model.values)].flatMap((folder) => {
      if (folder === undefined) return [];
      const state = folderState(pod, agent, folder);
      if (state.kind === 'root' || !state.mount.readOnly) return [];
      if (state.kind === 'mounted' && !isWritable(state.volume)) return [];
      const path = [...state.mount.path, 'readOnly'];
      return [
        finding({
          rule: 'mount-read-only',
          effect: 'fails',
          message: `${folder} is mounted read-only: the agent cannot write there`,
          why:
            folder === tmpFolder
              ? 'The agent keeps its socket file in /tmp.'
              : 'Airflow writes each task’s log there before it goes anywhere else.',
          path,
          pod: pod.id,
          container: agent.name,
          fix: valuesFix(`Make ${folder} writable for ${pod.id}`, [{ op: 'remove', path }]),
        }),
      ];
    });
  });

export const mountReadOnly: Rule = {
  id: 'mount-read-only',
  summary: 'A folder that the agent writes to is mounted read-only.',
  remedy: 'Take readOnly out of the mount.',
  help: pages.guide,
  effects: ['fails'],
  check,
};
