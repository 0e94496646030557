import { defaultLogFolder } from '../../chart/chart.ts';
import * as environment from '../../chart/environment.ts';
import { normalPath } from '../../chart/mount-path.ts';
import { listOf, textOf, valueAt } from '../../documents/plain.ts';

/** Airflow's log folder in a component; the usual one where only the cluster knows it. */
export function logFolderOf(values: unknown, component: unknown): string {
  return environment.logFolderOf(values, component) ?? defaultLogFolder;
}

/** The volumes that workers and triggerer mount at their log folder, in the file's order. */
export function logVolumes(values: unknown): string[] {
  const pods = [...listOf(valueAt(values, 'workers')), valueAt(values, 'triggerer')];
  const names = pods.flatMap((pod) => {
    const folder = logFolderOf(values, pod);
    return listOf(valueAt(pod, 'volumeMounts')).flatMap((mount) => {
      const path = textOf(valueAt(mount, 'mountPath'));
      return path !== '' && normalPath(path) === folder ? [textOf(valueAt(mount, 'name'))] : [];
    });
  });
  return [...new Set(names)].filter((name) => name !== '');
}
