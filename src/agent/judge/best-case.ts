import type { Pod } from '../../pss/pod.ts';
import type { Path } from '../../yaml/path.ts';
import { isList, isMapping, type Mapping } from '../documents/plain.ts';
import { waitingIn } from '../documents/waiting-text.ts';

/** A place of a pod whose value is not known yet. */
export interface WaitingPlace {
  readonly path: Path;
  /** As they are written: `${UID}`. */
  readonly names: readonly string[];
}

export interface BestCase {
  readonly pod: Pod;
  /** What was taken for the best; empty if the pod is known. */
  readonly waiting: readonly WaitingPlace[];
}

/** The most harmless value of what Pod Security looks at; undefined: not to have it. */
const harmless: Readonly<Record<string, unknown>> = {
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  privileged: false,
  hostProcess: false,
  procMount: 'Default',
  drop: 'ALL',
};
const profiles: ReadonlySet<unknown> = new Set(['seccompProfile', 'appArmorProfile']);

/** Parts of a container that Pod Security looks at, and what lies below them. */
const looked: ReadonlySet<string> = new Set([
  'securityContext',
  'ports',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
]);

/**
 * A pod with everything that a person or a tool still fills in taken for the best: what is refused
 * even so is refused for certain, and what is refused only otherwise is unknown.
 */
export function bestCase(pod: Pod): BestCase {
  const waiting: WaitingPlace[] = [];
  const { spec } = pod;
  if (!isMapping(spec)) return { pod, waiting };
  const containers = (list: 'containers' | 'initContainers') =>
    mapped(spec[list], ['spec', list], (one, path) => containerOf(one, path, waiting));
  const best: object = {
    ...pod,
    spec: {
      ...spec,
      securityContext: settled(spec.securityContext, ['spec', 'securityContext'], waiting),
      containers: containers('containers'),
      initContainers: containers('initContainers'),
    },
  };
  return waiting.length === 0 ? { pod, waiting } : { pod: best, waiting };
}

function mapped(value: unknown, path: Path, each: (item: unknown, path: Path) => unknown): unknown {
  return isList(value) ? value.map((item, index) => each(item, [...path, index])) : value;
}

function containerOf(container: unknown, path: Path, waiting: WaitingPlace[]): unknown {
  if (!isMapping(container)) return container;
  const parts = Object.entries(container).map(([key, value]) => [
    key,
    looked.has(key) ? settled(value, [...path, key], waiting) : value,
  ]);
  return Object.fromEntries(parts);
}

function settled(value: unknown, path: Path, waiting: WaitingPlace[]): unknown {
  if (typeof value === 'string') {
    const names = waitingIn(value)?.names;
    if (names === undefined) return value;
    waiting.push({ path, names });
    return bestAt(path);
  }
  if (isList(value)) {
    const items = value.map((item, index) => settled(item, [...path, index], waiting));
    return items.filter((item) => item !== undefined);
  }
  return isMapping(value) ? settledMapping(value, path, waiting) : value;
}

function settledMapping(value: Mapping, path: Path, waiting: WaitingPlace[]): Mapping {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, settled(item, [...path, key], waiting)]),
  );
}

function bestAt(path: Path): unknown {
  const steps = path.filter((step) => typeof step === 'string');
  const [parent, key = ''] = steps.slice(-2);
  if (parent === 'sysctls') return 'kernel.shm_rmid_forced';
  if (key === 'type' && profiles.has(parent)) return 'RuntimeDefault';
  return Object.hasOwn(harmless, key) ? harmless[key] : undefined;
}
