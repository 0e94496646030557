import { parseTree } from '../../../yaml/parse-tree.ts';
import { dataOf } from '../../../yaml/value.ts';
import { sidecarDefaults } from '../../chart/chart.ts';
import { normalPath } from '../../chart/mount-path.ts';
import { textOf, valueAt } from '../../documents/plain.ts';

/**
 * The folder in which Vector keeps its checkpoints.
 * @param config the sidecar's configuration, as text or, as some write it, as a mapping
 * @returns `data_dir`, or Vector's default where the config cannot be read or has none
 */
export function dataDirOf(config: unknown): string {
  const data = typeof config === 'string' ? textData(config) : config;
  return normalPath(textOf(valueAt(data, 'data_dir')) || sidecarDefaults.dataDir);
}

/** Whether a configuration is broken as YAML, as it often is while somebody types it. */
export function isUnreadable(config: unknown): boolean {
  return typeof config === 'string' && parseTree(config).problems.length > 0;
}

function textData(text: string): unknown {
  const { root } = parseTree(text);
  return root === undefined ? undefined : dataOf(root);
}
