/** What a single setting holds. */
export type Leaf = string | boolean;

/**
 * Settings, or a group of them, with one of them changed.
 * @param id keys and indexes joined with dots, from the group on
 * @throws RangeError if the group has no such setting, or one of another type: a mistake of the
 * program, since what people type is checked before
 */
export function changedSetting<Group extends object>(
  group: Group,
  id: string,
  value: unknown,
): Group {
  const changed = structuredClone(group);
  const keys = id.split('.');
  const last = keys.pop() ?? '';
  let holder: object = changed;
  for (const key of keys) {
    const next: unknown = Reflect.get(holder, key);
    if (typeof next !== 'object' || next === null) throw new RangeError(`No setting ${id}`);
    holder = next;
  }
  const before: unknown = Reflect.get(holder, last);
  // A component's own contexts are null until there are some.
  const fits = typeof before === typeof value;
  if (!Object.hasOwn(holder, last) || !fits) throw new RangeError(`No such value for ${id}`);
  Reflect.set(holder, last, value);
  return changed;
}
