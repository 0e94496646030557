import { type CheckId, evaluate, type Policy } from '../../pss/index.ts';
import type { PodAssessment } from '../assess/assessment.ts';
import { isMapping } from './pods/plain.ts';

/** A column: one check of the standard, its baseline twin included, or the remaining baseline ones. */
export interface MatrixColumn {
  readonly name: string;
  readonly checks: readonly CheckId[];
}

/** The checks of the restricted level, then those that only the baseline has, as one column. */
export const matrixColumns: readonly MatrixColumn[] = [
  { name: 'allowPrivilegeEscalation', checks: ['allowPrivilegeEscalation'] },
  { name: 'capabilities', checks: ['capabilities_restricted', 'capabilities_baseline'] },
  { name: 'procMount', checks: ['procMount_restricted', 'procMount'] },
  { name: 'volumes', checks: ['restrictedVolumes', 'hostPathVolumes'] },
  { name: 'runAsNonRoot', checks: ['runAsNonRoot'] },
  { name: 'runAsUser', checks: ['runAsUser'] },
  { name: 'seccompProfile', checks: ['seccompProfile_restricted', 'seccompProfile_baseline'] },
  {
    name: '8 baseline checks',
    checks: [
      'appArmorProfile',
      'hostNamespaces',
      'hostPorts',
      'hostProbesAndHostLifecycle',
      'privileged',
      'seLinuxOptions',
      'sysctls',
      'windowsHostProcess',
    ],
  },
];

/** Whether a check passes; `unknown` where the pod cannot be judged. */
export type CellState = 'passes' | 'rejected' | 'unknown';

export interface MatrixRow {
  readonly container: string;
  /** One for each column. */
  readonly cells: readonly CellState[];
  readonly readOnlyRootFilesystem: boolean;
}

/**
 * Each container of a pod against each column. A violation that names containers is theirs; one
 * of the pod alone, such as a volume, is every container's, as none of them starts.
 */
export function matrixRows(pod: PodAssessment, policy: Policy): readonly MatrixRow[] {
  const violations = evaluate(pod.pod, policy);
  return pod.containers.map(({ name }) => ({
    container: name,
    cells: matrixColumns.map(({ checks }) => {
      if (pod.verdict === 'unknown') return 'unknown';
      const hit = violations.some(({ check, fields }) => {
        if (!checks.includes(check)) return false;
        const named = fields.flatMap(({ container }) =>
          container === undefined ? [] : [container],
        );
        return named.length === 0 || named.includes(name);
      });
      return hit ? 'rejected' : 'passes';
    }),
    readOnlyRootFilesystem: isRootReadOnly(pod, name),
  }));
}

function isRootReadOnly({ pod }: PodAssessment, name: string): boolean {
  const containers = [...(pod.spec?.initContainers ?? []), ...(pod.spec?.containers ?? [])];
  // A file may hold anything in its place.
  const context: unknown = containers.find((one) => one?.name === name)?.securityContext;
  return isMapping(context) && context.readOnlyRootFilesystem === true;
}
