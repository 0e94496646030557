import type { FieldRef } from '../check.ts';
import { containerField } from '../fields.ts';
import type { SubjectContainer } from '../subject.ts';
import { indexesWhere, listOf, objectOf, textOf } from '../values.ts';
import { sortedSet } from '../words.ts';

/** What both capability checks do: find the capabilities that a container adds beyond a set. */

export function addsBeyond(allowed: ReadonlySet<string>): (container: SubjectContainer) => boolean {
  return (container) => {
    for (const name of addedBy(container)) {
      if (!allowed.has(textOf(name))) return true;
    }
    return false;
  };
}

/** The names added by these containers that are not in the set, each once, sorted. */
export function addedBeyond(
  containers: readonly SubjectContainer[],
  allowed: ReadonlySet<string>,
): readonly string[] {
  const names = containers.flatMap(addedBy).map(textOf);
  return sortedSet(names.filter((name) => !allowed.has(name)));
}

/** The list items of these containers that name a capability outside the set. */
export function addedFields(
  containers: readonly SubjectContainer[],
  allowed: ReadonlySet<string>,
): readonly FieldRef[] {
  return containers.flatMap((container) => {
    const names = addedBy(container);
    return indexesWhere(names, (name) => !allowed.has(textOf(name))).map((item) =>
      containerField(container, names[item], 'securityContext', 'capabilities', 'add', item),
    );
  });
}

function addedBy({ security }: SubjectContainer): readonly unknown[] {
  return listOf(objectOf(security.capabilities).add);
}
