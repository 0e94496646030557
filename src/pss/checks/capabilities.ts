import type { FieldRef } from '../check.ts';
import { containerField } from '../fields.ts';
import type { SecurityContext } from '../pod.ts';
import { indexesWhere, listOf, objectOf, type Subject, textOf } from '../subject.ts';
import { sortedSet } from '../words.ts';

/** What both capability checks do: find the capabilities that a container adds beyond a set. */

export function addsBeyond(allowed: ReadonlySet<string>): (context: SecurityContext) => boolean {
  return (context) => listOf(context.capabilities?.add).some((name) => !allowed.has(textOf(name)));
}

/** The names added by any container that are not in the set, each once, sorted. */
export function addedBeyond(subject: Subject, allowed: ReadonlySet<string>): readonly string[] {
  const names = subject.contexts.flatMap((context) => listOf(context.capabilities?.add));
  return sortedSet(names.map(textOf).filter((name) => !allowed.has(name)));
}

/** The list items of these containers that name a capability outside the set. */
export function addedFields(
  subject: Subject,
  containers: readonly number[],
  allowed: ReadonlySet<string>,
): readonly FieldRef[] {
  return containers.flatMap((container) => {
    const names = listOf(objectOf(objectOf(subject.contexts[container]).capabilities).add);
    return indexesWhere(names, (name) => !allowed.has(textOf(name))).map((item) =>
      containerField(subject, container, ['securityContext', 'capabilities', 'add', item]),
    );
  });
}
