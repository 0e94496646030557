import {
  airflowHome,
  bundleStorageEnv,
  defaultBundleStorage,
  defaultLogFolder,
  logFolderEnv,
} from '../../chart/chart.ts';
import { normalPath } from '../../chart/mount-path.ts';
import { listOf, type Mapping, valueAt } from '../../documents/plain.ts';
import type { ChartPod } from './chart-pod.ts';

/** A folder that an environment variable names; undefined if only the cluster knows its value. */
type Folder = string | undefined;

/** Airflow's log folder in a component. */
export function logFolder(pod: ChartPod, values: Mapping): Folder {
  return folderIn(pod, values, logFolderEnv, defaultLogFolder);
}

/** Where a component clones its DAG bundles to. */
export function bundleStorage(pod: ChartPod, values: Mapping): Folder {
  return folderIn(pod, values, bundleStorageEnv, defaultBundleStorage);
}

/** The component's own variables stand after the common ones, and the last of a name wins. */
function folderIn(pod: ChartPod, values: Mapping, name: string, otherwise: string): Folder {
  const all = [...listOf(valueAt(values, 'commonEnv')), ...listOf(valueAt(pod.spec, 'env'))];
  const variable = all.findLast((one) => valueAt(one, 'name') === name);
  if (variable === undefined) return otherwise;
  const value = valueAt(variable, 'value');
  if (typeof value !== 'string') return undefined;
  const folder = value.replaceAll('{AIRFLOW_HOME}', airflowHome);
  return folder.startsWith('/') ? normalPath(folder) : undefined;
}
