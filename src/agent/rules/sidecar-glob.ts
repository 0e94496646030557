import { isWithin } from '../chart/volumes.ts';
import { sidecarIndex } from '../judge/pods/chart-pod.ts';
import { mountedLogVolume, sidecarPods } from './fixes/log-volume.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';
import { sidecarConfig } from './sidecar-config.ts';

/**
 * The collector's `include` globs have to lie in a folder that the sidecar mounts; the guide's
 * mount at /etc/airflow/logs with a config for another folder collects nothing.
 * Source: the chart as its documentation and real values files show it, July 2026.
 */
const check: Check = (model) => {
  const { includes } = sidecarConfig(model.values);
  const [pod] = sidecarPods(model);
  const sidecar = pod?.containers[sidecarIndex(pod)];
  if (pod === undefined || sidecar === undefined || includes.length === 0) return [];
  const volume = mountedLogVolume(model, pod);
  const mounts = sidecar.mounts.filter(({ name }) => volume === undefined || name === volume);
  const folders = includes.map((glob) => glob.slice(0, glob.search(/[*?[{]|$/)));
  const isSeen = folders.some((folder) =>
    mounts.some(({ mountPath }) => isWithin(folder.replace(/\/+$/, ''), mountPath)),
  );
  if (isSeen || mounts.length === 0) return [];
  return [
    finding({
      rule: 'sidecar-glob',
      effect: 'advice',
      message: `The sidecar’s config includes ${includes.join(', ')}, but the logs are mounted at ${mounts.map(({ mountPath }) => mountPath).join(', ')}`,
      why: 'The collector finds no files outside the folders that the sidecar mounts.',
      path: ['loggingSidecar', 'config'],
    }),
  ];
};

export const sidecarGlob: Rule = {
  id: 'sidecar-glob',
  summary: 'The logging sidecar’s config looks for logs where none are mounted.',
  remedy: 'Mount the logs in the folder that the config includes, or change its include.',
  help: pages.vectorFile,
  effects: ['advice'],
  check,
};
