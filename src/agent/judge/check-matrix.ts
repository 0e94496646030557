import type { CheckId, Violation } from '../../pss/index.ts';
import { CHECKS, checksOf } from '../../pss/registry.ts';
import type { PodJudgement } from './pod-judgement.ts';
import type { PodContainer } from './pods/chart-pod.ts';

/** A column: a check with those that it replaces, or all that none replaces. */
export interface MatrixColumn {
  readonly name: string;
  readonly checks: readonly CheckId[];
}

interface Listed {
  readonly id: CheckId;
  readonly level: 'baseline' | 'restricted';
  readonly versions: readonly { readonly overrides?: readonly CheckId[] }[];
}

/** Every check: those of the restricted level, then what only the baseline has as one column. */
export const matrixColumns: readonly MatrixColumn[] = columnsOf(CHECKS);

/** The columns for a list of checks, each of which is in exactly one of them. */
export function columnsOf(checks: readonly Listed[]): readonly MatrixColumn[] {
  const columns = checks
    .filter(({ level }) => level === 'restricted')
    .map(({ id, versions }) => {
      const replaced = versions.flatMap(({ overrides }) => overrides ?? []);
      return { name: columnName(id), checks: [...new Set([id, ...replaced])] };
    });
  const covered = new Set(columns.flatMap((column) => column.checks));
  const others = checks.filter(({ id }) => !covered.has(id)).map(({ id }) => id);
  return [...columns, { name: `${others.length} baseline checks`, checks: others }];
}

/** `capabilities` for capabilities_restricted, `volumes` for restrictedVolumes. */
function columnName(id: CheckId): string {
  const name = id.replace(/^restricted|_restricted$/g, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/**
 * Whether a check passes under every way of reading the chart; `unchecked` where the policy does
 * not make it, `unknown` where a reading of the pod cannot be judged.
 */
export type CellState = 'passes' | 'rejected' | 'unknown' | 'unchecked';

export interface MatrixRow {
  readonly container: PodContainer;
  /** One for each column. */
  readonly cells: readonly CellState[];
}

/**
 * Each container of a pod against each column, as enforce judged it. A violation that names
 * containers is theirs; one of the pod alone, such as a volume, is every container's, as none of
 * them starts.
 */
export function matrixRows({ containers, modes }: PodJudgement): readonly MatrixRow[] {
  const { policy, readings } = modes.enforce;
  const made = new Set(checksOf(policy).map(({ id }) => id));
  const violations = readings.flatMap((reading) => reading.violations);
  const isUnsure =
    readings.length === 0 ||
    readings.some((one) => one.shapeErrors.length > 0 || one.waiting !== undefined);
  return containers.map((container) => {
    const broken = new Set(
      violations.filter((one) => concerns(one, container)).map(({ check }) => check),
    );
    const cells = matrixColumns.map(({ checks }): CellState => {
      if (checks.some((check) => broken.has(check))) return 'rejected';
      if (!checks.some((check) => made.has(check))) return 'unchecked';
      return isUnsure ? 'unknown' : 'passes';
    });
    return { container, cells };
  });
}

/** A field that the pod lacks is asked of the containers that lack it, too; one that it has is not. */
function concerns({ fields }: Violation, { place: [list, index] }: PodContainer): boolean {
  const isOwn = ({ path }: Violation['fields'][number]) => path[1] === list && path[2] === index;
  if (fields.some(isOwn)) return true;
  const shared = fields.filter(
    ({ path }) => path[1] !== 'containers' && path[1] !== 'initContainers',
  );
  return shared.length === fields.length || shared.some(({ missing }) => !missing);
}
