import type { FieldRef } from './check.ts';
import { contextField, podContextField } from './fields.ts';
import type { SecurityFields, Subject, SubjectContainer } from './subject.ts';
import { joinQuote, pluralize } from './words.ts';

/** Whose securityContext sets something: the pod's, and those of some containers. */
export interface Setters {
  readonly pod: boolean;
  readonly containers: readonly SubjectContainer[];
}

/** All whose securityContext the test picks; undefined if there are none. */
export function settersWhere(
  subject: Subject,
  test: (security: SecurityFields) => boolean,
): Setters | undefined {
  const pod = test(subject.security);
  const containers: SubjectContainer[] = [];
  for (const container of subject.containers) {
    if (test(container.security)) containers.push(container);
  }
  return pod || containers.length > 0 ? { pod, containers } : undefined;
}

/** What they set, the pod's first. */
export function settingsOf(
  { security }: Subject,
  { pod, containers }: Setters,
): readonly SecurityFields[] {
  const settings = containers.map((container) => container.security);
  return pod ? [security, ...settings] : settings;
}

/** A field of each securityContext, or one below that field; the pod's first. */
export function setterFields(
  subject: Subject,
  { pod, containers }: Setters,
  field: keyof SecurityFields,
  below?: string,
): readonly FieldRef[] {
  const fields = containers.map((container) => contextField(container, field, below));
  return pod ? [podContextField(subject, field, below), ...fields] : fields;
}

/** Who they are: `pod`, `container "a"`, or `pod and containers "a", "b"`. */
export function nameSetters({ pod, containers }: Setters): string {
  if (containers.length === 0) return 'pod';
  const names = nameContainers(containers);
  return pod ? `pod and ${names}` : names;
}

/** `container "a"` or `containers "a", "b"`, with every name as often as it occurs. */
export function nameContainers(containers: readonly SubjectContainer[]): string {
  const names = containers.map(({ name }) => name);
  return `${pluralize('container', 'containers', names.length)} ${joinQuote(names)}`;
}
