/** What a single setting holds. */
export type Leaf = string | boolean;

/**
 * Settings, or a group of them, with one of them changed; what lies beside its way is shared.
 * @param id keys and indexes joined with dots, from the group on
 * @throws RangeError if the group has no such setting, or one of another type: a mistake of the
 * program, since what people type is checked before
 */
export function changedSetting<Group extends object>(
  group: Group,
  id: string,
  value: unknown,
): Group {
  const copy = { ...group };
  setIn(copy, id.split('.'), value);
  return copy;
}

function setIn(holder: object, [key = '', ...rest]: readonly string[], value: unknown): void {
  const before: unknown = Reflect.get(holder, key);
  if (!Object.hasOwn(holder, key)) throw new RangeError(`There is no setting ${key}`);
  if (rest.length === 0) {
    // A component's own contexts are null until there are some.
    if (typeof before !== typeof value) throw new RangeError(`${key} takes another type`);
    Reflect.set(holder, key, value);
    return;
  }
  if (typeof before !== 'object' || before === null) throw new RangeError(`${key} has no parts`);
  const inner = Array.isArray(before) ? [...before] : { ...before };
  setIn(inner, rest, value);
  Reflect.set(holder, key, inner);
}
