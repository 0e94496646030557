import type { FieldRef } from './check.ts';
import type { SecurityFields, Subject, SubjectContainer } from './subject.ts';
import { isSet, objectOf } from './values.ts';

/** References to the fields that a check blames: their paths, and whether the pod has them. */

/** A field of the pod itself, by its value and its path from the pod object. */
export function podField(value: unknown, ...path: FieldRef['path']): FieldRef {
  return { path, missing: !isSet(value) };
}

/** A field of a container, by its value and its path from there. */
export function containerField(
  { list, index, name }: SubjectContainer,
  value: unknown,
  ...below: FieldRef['path']
): FieldRef {
  return { path: ['spec', list, index, ...below], missing: !isSet(value), container: name };
}

/** A field of the pod's securityContext, or one below that field. */
export function podContextField(
  { security }: Subject,
  field: keyof SecurityFields,
  below?: string,
): FieldRef {
  const value = security[field];
  if (below === undefined) return podField(value, 'spec', 'securityContext', field);
  return podField(objectOf(value)[below], 'spec', 'securityContext', field, below);
}

/** A field of a container's securityContext, or one below that field. */
export function contextField(
  { list, index, name, security }: SubjectContainer,
  field: keyof SecurityFields,
  below?: string,
): FieldRef {
  const value = security[field];
  if (below === undefined) {
    const path = ['spec', list, index, 'securityContext', field];
    return { path, missing: !isSet(value), container: name };
  }
  const path = ['spec', list, index, 'securityContext', field, below];
  return { path, missing: !isSet(objectOf(value)[below]), container: name };
}
