import type { ChartShape } from '../../sources/chart-shape.ts';
import { isObject, type PlainObject } from '../../yaml/value.ts';

/*
 * Keys that only the agent's chart has. Others have podSecurityContext, sentinel, triggerer,
 * image and a mapping of workers, too, so none of those says anything, alone or together.
 */
const ownKeys: ReadonlySet<string> = new Set([
  'astroDeploymentAPIURL',
  'dagBundleConfigList',
  'resourceNamePrefix',
  'agentToken',
  'agentTokenSecretName',
  'agentTokenFile',
  'sentinelAuthSecret',
  'sentinelAuthSecretName',
  'sentinelAuthSecretFile',
  'xcomBackend',
  'stateStoreBackend',
]);

/** How values of the agent's chart are known. */
export const agentShape: ChartShape = {
  name: 'astro-remote-execution-agent',
  whose: 'the agent’s',
  isOwnKey: (key) => ownKeys.has(key),
  isValues: (root) =>
    Object.keys(root).some((key) => ownKeys.has(key)) || hasWorkers(root) || hasSidecar(root),
};

/** Workers are a list in this chart alone. */
function hasWorkers(root: PlainObject): boolean {
  const { workers } = root;
  const isList = Array.isArray(workers) && workers.length > 0 && workers.every(isObject);
  return isList && (Object.hasOwn(root, 'dagProcessor') || Object.hasOwn(root, 'triggerer'));
}

/**
 * Astronomer's chart of Airflow has a loggingSidecar, too, with other keys in it, and its
 * components below `airflow`.
 */
function hasSidecar(root: PlainObject): boolean {
  const { loggingSidecar } = root;
  if (loggingSidecar === undefined) return false;
  const isOwn = isObject(loggingSidecar) && ownSidecarKeys.some((key) => key in loggingSidecar);
  return isOwn || componentKeys.some((key) => Object.hasOwn(root, key));
}

const ownSidecarKeys = ['config', 'env', 'imagePullPolicy', 'preStopSleepSeconds', 'volumeMounts'];
const componentKeys = ['workers', 'dagProcessor', 'triggerer', 'sentinel', 'commonEnv'];
