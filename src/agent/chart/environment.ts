import { listOf, textOf, valueAt } from '../documents/plain.ts';
import { waitingIn } from '../documents/waiting-text.ts';
import {
  airflowHome,
  bundleStorageEnv,
  defaultBundleStorage,
  homeEnv,
  logFolderEnv,
} from './chart.ts';
import { normalPath } from './mount-path.ts';

/*
 * Where the folders of a component are by its environment. Its own variables stand after the
 * common ones, and the last of a name counts.
 */

/** A folder; undefined if only the cluster knows it. */
type Folder = string | undefined;

/** Airflow's home: what the image has in it must not be hidden, and logs and DAGs are below it. */
export function homeOf(values: unknown, component: unknown): Folder {
  return folderIn(values, component, homeEnv, airflowHome, airflowHome);
}

/** Airflow's log folder. */
export function logFolderOf(values: unknown, component: unknown): Folder {
  return belowHome(values, component, logFolderEnv, (home) => `${home}/logs`);
}

/** Where DAG bundles are cloned to. */
export function bundleStorageOf(values: unknown, component: unknown): Folder {
  return belowHome(values, component, bundleStorageEnv, () => defaultBundleStorage);
}

function belowHome(
  values: unknown,
  component: unknown,
  name: string,
  otherwise: (home: string) => string,
): Folder {
  const home = homeOf(values, component);
  const inHome = home === undefined ? undefined : otherwise(home);
  return folderIn(values, component, name, inHome, home);
}

function folderIn(
  values: unknown,
  component: unknown,
  name: string,
  otherwise: Folder,
  home: Folder,
): Folder {
  const all = [...listOf(valueAt(values, 'commonEnv')), ...listOf(valueAt(component, 'env'))];
  const variable = all.findLast((one) => valueAt(one, 'name') === name);
  if (variable === undefined) return otherwise;
  const value = textOf(valueAt(variable, 'value'));
  if (value.includes('{AIRFLOW_HOME}') && home === undefined) return undefined;
  const folder = value.replaceAll('{AIRFLOW_HOME}', home ?? '');
  return folder.startsWith('/') && waitingIn(folder) === undefined ? normalPath(folder) : undefined;
}
