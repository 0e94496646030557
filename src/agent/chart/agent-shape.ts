import type { ChartShape } from '../../sources/chart-shape.ts';
import { isObject } from '../../yaml/value.ts';
import { chartName } from './chart.ts';

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
  'loggingSidecar',
  'stateStoreBackend',
]);

/** How values of the agent's chart are known. */
export const agentShape: ChartShape = {
  name: chartName.slice(chartName.lastIndexOf('/') + 1),
  whose: 'the agent’s',
  isOwnKey: (key) => ownKeys.has(key),
  isValues: (root) => {
    if (Object.keys(root).some((key) => ownKeys.has(key))) return true;
    const { workers } = root;
    const isList = Array.isArray(workers) && workers.length > 0 && workers.every(isObject);
    return isList && (Object.hasOwn(root, 'dagProcessor') || Object.hasOwn(root, 'triggerer'));
  },
};
