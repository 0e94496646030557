import { bundleStorageOf, homeOf, logFolderOf } from '../../chart/environment.ts';
import type { Mapping } from '../../documents/plain.ts';
import type { ChartPod } from './chart-pod.ts';

/** A folder that an environment variable names; undefined if only the cluster knows its value. */
type Folder = string | undefined;

/** Airflow's home in a component. */
export function home({ spec }: ChartPod, values: Mapping): Folder {
  return homeOf(values, spec);
}

/** Airflow's log folder in a component. */
export function logFolder({ spec }: ChartPod, values: Mapping): Folder {
  return logFolderOf(values, spec);
}

/** Where a component clones its DAG bundles to. */
export function bundleStorage({ spec }: ChartPod, values: Mapping): Folder {
  return bundleStorageOf(values, spec);
}
