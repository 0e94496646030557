import type {
  Annotations,
  Container,
  Pod,
  PodSecurityContext,
  PodSpec,
  SecurityContext,
} from './pod.ts';

/**
 * A pod made ready for the checks: what is absent is an empty object, and the containers of
 * all three kinds stand in one list. Made once per evaluation, so that no check repeats it.
 */
export interface Subject {
  readonly pod: Pod;
  readonly annotations: Annotations;
  readonly spec: PodSpec;
  readonly security: PodSecurityContext;
  /** Init containers, then containers, then ephemeral containers: the order of all messages. */
  readonly containers: readonly Container[];
  /** `containers[i].securityContext` of every container. */
  readonly contexts: readonly SecurityContext[];
}

const NOTHING = {};
const NO_ITEMS: readonly never[] = [];

/** Prepares any pod, also one whose fields have the wrong types: those count as absent. */
export function subjectOf(pod: Pod): Subject {
  const { metadata, spec } = objectOf(pod);
  const podSpec = objectOf(spec);
  const containers: Container[] = [];
  const contexts: SecurityContext[] = [];
  const lists = [podSpec.initContainers, podSpec.containers, podSpec.ephemeralContainers];
  for (const list of lists) {
    for (const item of listOf(list)) {
      const container = objectOf(item);
      containers.push(container);
      contexts.push(objectOf(container.securityContext));
    }
  }
  return {
    pod,
    annotations: objectOf(objectOf(metadata).annotations),
    spec: podSpec,
    security: objectOf(podSpec.securityContext),
    containers,
    contexts,
  };
}

/** The object itself, or an empty one in place of null, undefined or a value of another type. */
export function objectOf<T extends object>(value: T | null | undefined): Partial<T> {
  return typeof value === 'object' && value !== null ? value : NOTHING;
}

/** The list itself, or an empty one in place of null, undefined or a value of another type. */
export function listOf<T>(value: readonly T[] | null | undefined): readonly T[] {
  return Array.isArray(value) ? value : NO_ITEMS;
}

/** A value as it stands in a message. Null is the empty string, as Go decodes it. */
export function textOf(value: unknown): string {
  if (!isSet(value)) return '';
  return typeof value === 'object' ? '(object)' : String(value);
}

/** Null is unset, as it is for the API server. */
export function isSet<T>(value: T | null | undefined): value is T {
  return value !== undefined && value !== null;
}

/** Indexes of the items that `test` picks. Allocates nothing when it picks none. */
export function indexesWhere<T>(
  items: readonly T[],
  test: (item: T) => boolean,
): readonly number[] {
  let found: number[] | undefined;
  let index = 0;
  for (const item of items) {
    if (test(item)) {
      found ??= [];
      found.push(index);
    }
    index += 1;
  }
  return found ?? NO_ITEMS;
}
