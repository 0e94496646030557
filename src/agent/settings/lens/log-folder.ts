import { defaultLogFolder, logFolderEnv } from '../../chart/chart.ts';
import { normalPath } from '../../chart/mount-path.ts';
import { listOf, textOf, valueAt } from '../../documents/plain.ts';

/** Airflow's log folder in a component: its own environment goes before the common one. */
export function logFolderOf(values: unknown, component: unknown): string {
  const own = envValue(valueAt(component, 'env'), logFolderEnv);
  return normalPath(
    own || envValue(valueAt(values, 'commonEnv'), logFolderEnv) || defaultLogFolder,
  );
}

/** The last one of a name counts, as in Kubernetes. */
function envValue(list: unknown, name: string): string {
  return textOf(
    valueAt(
      listOf(list).findLast((item) => valueAt(item, 'name') === name),
      'value',
    ),
  );
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
