import type { FieldRef } from './check.ts';
import { isSet, listOf, objectOf, type Subject, textOf } from './subject.ts';
import { joinQuote, pluralize } from './words.ts';

type Path = FieldRef['path'];

/** A field of the pod itself, by its path from the pod object. */
export function podField(subject: Subject, path: Path): FieldRef {
  return { path, missing: !isSet(valueAt(subject.pod, path)) };
}

/** A field of the container at `index` of the subject's containers, by its path from there. */
export function containerField(subject: Subject, index: number, below: Path): FieldRef {
  return {
    path: [...containerPath(subject, index), ...below],
    missing: !isSet(valueAt(subject.containers[index], below)),
    container: nameAt(subject, index),
  };
}

/** The same field of the securityContext of several containers. */
export function contextFields(
  subject: Subject,
  indexes: readonly number[],
  below: Path,
): readonly FieldRef[] {
  const path = ['securityContext', ...below];
  return indexes.map((index) => containerField(subject, index, path));
}

/** A field of the securityContext of the pod, if it is at fault, and then of its containers. */
export function setterFields(
  subject: Subject,
  pod: boolean,
  indexes: readonly number[],
  below: Path,
): readonly FieldRef[] {
  const containers = contextFields(subject, indexes, below);
  if (!pod) return containers;
  return [podField(subject, ['spec', 'securityContext', ...below]), ...containers];
}

/** `container "a"` or `containers "a", "b"`, with every name as often as it occurs. */
export function containersAt(subject: Subject, indexes: readonly number[]): string {
  const names = indexes.map((index) => nameAt(subject, index));
  return `${pluralize('container', 'containers', indexes.length)} ${joinQuote(names)}`;
}

/** Who sets a bad value: `pod`, `container "a"`, or `pod and containers "a", "b"`. */
export function setters(subject: Subject, pod: boolean, indexes: readonly number[]): string {
  if (indexes.length === 0) return 'pod';
  const containers = containersAt(subject, indexes);
  return pod ? `pod and ${containers}` : containers;
}

export function nameAt(subject: Subject, index: number): string {
  return textOf(objectOf(subject.containers[index]).name);
}

function containerPath({ spec }: Subject, index: number): Path {
  const inits = listOf(spec.initContainers).length;
  if (index < inits) return ['spec', 'initContainers', index];
  const others = index - inits;
  const mains = listOf(spec.containers).length;
  if (others < mains) return ['spec', 'containers', others];
  return ['spec', 'ephemeralContainers', others - mains];
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) value = isKeyed(value) ? value[key] : undefined;
  return value;
}

function isKeyed(value: unknown): value is Readonly<Record<string | number, unknown>> {
  return typeof value === 'object' && value !== null;
}
