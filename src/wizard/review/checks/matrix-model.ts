import type { Assessment, PodAssessment } from '../../../agent/assess/assessment.ts';
import {
  type CellState,
  type MatrixColumn,
  matrixColumns,
  matrixRows,
  openedColumn,
} from '../../../agent/judge/check-matrix.ts';
import type { EqualPods } from '../pods/equal-pods.ts';
import { hardening } from './cell-reading.ts';

/** A mark in the matrix. */
export interface MatrixCell {
  readonly column: MatrixColumn;
  readonly state: CellState;
  /** Whether it passes only since the files were opened. */
  readonly isNew: boolean;
}

export interface MatrixPod {
  readonly id: string;
  /** Pods that are the same in every part. */
  readonly others: readonly string[];
  readonly unbuilt?: string;
  readonly rows: readonly {
    readonly container: string;
    readonly cells: readonly MatrixCell[];
    readonly isRootReadOnly: boolean;
  }[];
}

export interface MatrixModel {
  readonly columns: readonly MatrixColumn[];
  /** Which column stands for the baseline checks; none while it stands open. */
  readonly folded: MatrixColumn | undefined;
  readonly pods: readonly MatrixPod[];
}

/** The column of what is no check. */
export const hardeningColumn: MatrixColumn = { name: hardening, checks: [] };

/**
 * Pods and containers against checks.
 * @param before the files as they were opened; what passes only since is marked
 * @param open whether each baseline check has a column of its own
 */
export function matrixModel(
  assessment: Assessment,
  groups: readonly EqualPods[],
  before: Assessment | undefined,
  open: boolean,
): MatrixModel {
  const last = matrixColumns.at(-1);
  const columns =
    open && last ? [...matrixColumns.slice(0, -1), ...openedColumn(last)] : matrixColumns;
  const opened = new Map(before?.pods.map((pod) => [pod.id, pod]));
  const now = new Map(assessment.pods.map((pod) => [pod.id, pod]));
  return {
    columns,
    folded: open ? undefined : last,
    pods: groups.flatMap(({ shown, others }) => {
      const pod = now.get(shown.id);
      return pod === undefined ? [] : [matrixPod(pod, others, columns, opened.get(pod.id))];
    }),
  };
}

function matrixPod(
  pod: PodAssessment,
  others: readonly string[],
  columns: readonly MatrixColumn[],
  before: PodAssessment | undefined,
): MatrixPod {
  const was = new Map(
    (before ? matrixRows(before, columns) : []).map(({ container, cells }) => [
      container.name,
      cells,
    ]),
  );
  return {
    id: pod.id,
    others,
    ...(pod.containers.length > 0 ? {} : { unbuilt: pod.unknownReason ?? '' }),
    rows: matrixRows(pod, columns).map(({ container, cells }) => ({
      container: container.name,
      isRootReadOnly: container.isRootReadOnly,
      cells: columns.map((column, index) => ({
        column,
        state: cells[index] ?? 'unchecked',
        isNew: cells[index] === 'passes' && was.get(container.name)?.[index] === 'rejected',
      })),
    })),
  };
}

/** The state of one cell; undefined for a container that is not there. */
export function cellState(
  assessment: Assessment,
  at: { readonly pod: string; readonly container: string; readonly column: MatrixColumn },
): CellState | undefined {
  const pod = assessment.pods.find(({ id }) => id === at.pod);
  const row =
    pod && matrixRows(pod, [at.column]).find(({ container }) => container.name === at.container);
  return row?.cells[0];
}
