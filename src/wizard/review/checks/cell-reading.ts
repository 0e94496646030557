import type { Assessment, PodAssessment } from '../../../agent/assess/assessment.ts';
import { isUnset, listOf, valueAt, valueIn } from '../../../agent/documents/plain.ts';
import type { CellState, MatrixColumn } from '../../../agent/judge/check-matrix.ts';
import { originOf } from '../../../agent/judge/pods/chart-pod.ts';
import { preventions } from '../../../agent/rules/pod-security-words.ts';
import { CHECKS } from '../../../pss/registry.ts';
import type { Path } from '../../../yaml/path.ts';
import { chartPodsOf } from '../pods/chart-pods.ts';

/** What the panel says of one cell of the matrix. */
export interface CellReading {
  readonly check: string;
  /** `restricted, since v1.22` */
  readonly level: string;
  readonly why: string;
  readonly container: string;
  /** What stood there when the file was opened; absent if nothing has changed since. */
  readonly opened?: string;
  readonly now: string;
  readonly state: CellState;
  /** Where it is written in values.yaml, or would be. */
  readonly place: Path;
  readonly isWritten: boolean;
}

/** The column of what is no check: hardening beyond the standard. */
export const hardening = 'readOnlyRootFilesystem';

/** A container's field that each column is about. */
const fields: Readonly<Record<string, { readonly field: Path; readonly inherits: boolean }>> = {
  allowPrivilegeEscalation: { field: ['allowPrivilegeEscalation'], inherits: false },
  capabilities: { field: ['capabilities'], inherits: false },
  procMount: { field: ['procMount'], inherits: false },
  runAsNonRoot: { field: ['runAsNonRoot'], inherits: true },
  runAsUser: { field: ['runAsUser'], inherits: true },
  seccompProfile: { field: ['seccompProfile'], inherits: true },
  privileged: { field: ['privileged'], inherits: false },
  seLinuxOptions: { field: ['seLinuxOptions'], inherits: true },
  appArmorProfile: { field: ['appArmorProfile'], inherits: true },
  [hardening]: { field: [hardening], inherits: false },
};

interface Cell {
  readonly pod: string;
  readonly container: string;
  readonly column: MatrixColumn;
}

interface Stand {
  readonly assessment: Assessment;
  readonly stateOf: (cell: Cell) => CellState | undefined;
}

/** All there is to say of a cell; undefined for a pod that is not there. */
export function cellReading(
  cell: Cell,
  now: Stand,
  before: Stand | undefined,
): CellReading | undefined {
  const found = valueAtCell(cell, now.assessment);
  if (found === undefined) return undefined;
  const state = now.stateOf(cell) ?? 'unchecked';
  const was = before && valueAtCell(cell, before.assessment);
  const wasState = before?.stateOf(cell);
  const opened =
    was === undefined
      ? 'not there'
      : withState(was.words, wasState ?? 'unchecked', cell.column.name);
  return {
    check: cell.column.name,
    level: levelWords(cell.column),
    why: whyWords(cell.column),
    container: `${cell.pod}, ${cell.container}`,
    ...(before === undefined ? {} : { opened }),
    now: withState(found.words, state, cell.column.name),
    state,
    place: found.place,
    isWritten: found.isWritten,
  };
}

function withState(words: string, state: CellState, column: string): string {
  if (column === hardening) return words;
  if (state === 'rejected') return `${words}: rejected`;
  return state === 'unknown' ? `${words}: cannot be judged` : words;
}

function levelWords({ name, checks }: MatrixColumn): string {
  if (name === hardening) return 'hardening, not a check';
  const found = CHECKS.filter(({ id }) => checks.includes(id));
  const [first] = found;
  if (found.length !== 1 && checks.length > 2) return 'baseline';
  const strict = found.find(({ level }) => level === 'restricted') ?? first;
  if (strict === undefined) return '';
  const since = Math.min(...strict.versions.map((version) => version.since));
  return since > 0 ? `${strict.level}, since v1.${since}` : strict.level;
}

function whyWords({ name, checks }: MatrixColumn): string {
  if (name === hardening) {
    return 'With a read-only root an intruder cannot change the image’s programs. The standard does not ask for it.';
  }
  const [first] = checks;
  if (first === undefined) return '';
  return checks.length > 2 ? 'What no pod should have, whatever it runs.' : preventions[first];
}

interface Value {
  readonly words: string;
  readonly place: Path;
  readonly isWritten: boolean;
}

function valueAtCell(
  { pod: id, container, column }: Cell,
  assessment: Assessment,
): Value | undefined {
  const assessed = assessment.pods.find((pod) => pod.id === id);
  const built = chartPodsOf(assessment).get(id);
  if (assessed === undefined || built === undefined || !('variants' in built)) return undefined;
  const index = built.containers.findIndex(({ name }) => name === container);
  const place = built.containers[index]?.place;
  const variant = built.variants[assessed.modes.enforce.worst] ?? built.variants[0];
  if (place === undefined) return undefined;
  const about = fields[column.name];
  if (about === undefined) {
    const isVolumes = column.name === 'volumes';
    const [list, at] = place;
    return {
      words: isVolumes ? volumeKinds(assessed) : 'as the standard has it',
      place: isVolumes ? [...built.path, 'volumes'] : originOf(built, variant, ['spec', list, at]),
      isWritten: isVolumes && built.volumes.length > 0,
    };
  }
  const own = valueIn(variant.containerContexts[index]?.value, about.field);
  const shared = about.inherits ? valueIn(variant.podContext.value, about.field) : undefined;
  const isShared = isUnset(own) && (about.inherits || !isUnset(shared));
  const value = isUnset(own) ? shared : own;
  const context = ['securityContext', ...about.field];
  const path = isShared ? ['spec', ...context] : ['spec', ...place, ...context];
  return {
    words: plainWords(value),
    place: originOf(built, variant, path),
    isWritten: !isUnset(value),
  };
}

function volumeKinds({ pod }: PodAssessment): string {
  const kinds = listOf(valueIn(pod, ['spec', 'volumes'])).flatMap((volume) =>
    Object.keys(Object(volume)).filter((key) => key !== 'name' && !isUnset(valueAt(volume, key))),
  );
  return kinds.length === 0 ? 'no volumes' : [...new Set(kinds)].join(', ');
}

/** A value as one would write it on a line: `drop: [ALL]`. */
export function plainWords(value: unknown): string {
  if (isUnset(value)) return 'not set';
  if (Array.isArray(value)) return `[${value.map(plainWords).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${plainWords(item)}`)
    .join(', ');
}
