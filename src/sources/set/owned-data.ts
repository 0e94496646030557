import { isObject, type PlainObject, put } from '../../yaml/value.ts';

/**
 * Plain data that is changed in place without touching the objects it was read from: what is
 * changed is copied first, along the way to it.
 */
export class OwnedData {
  readonly root: PlainObject;
  private readonly own = new WeakSet<object>();

  constructor(from: PlainObject) {
    this.root = this.mapping(from);
  }

  mapping(from: PlainObject = {}): PlainObject {
    if (this.own.has(from)) return from;
    const copy: PlainObject = {};
    for (const [key, value] of Object.entries(from)) put(copy, key, value);
    this.own.add(copy);
    return copy;
  }

  list(from: readonly unknown[] = []): unknown[] {
    const copy = [...from];
    this.own.add(copy);
    return copy;
  }

  /** The mapping below a key or index, to be changed; undefined if something else is there. */
  mappingIn(parent: PlainObject | unknown[], step: string | number): PlainObject | undefined {
    const value = valueIn(parent, step);
    if (!isObject(value)) return undefined;
    const own = this.mapping(value);
    if (own !== value) putIn(parent, step, own);
    return own;
  }

  /** The list below a key or index, to be changed; undefined if something else is there. */
  listIn(parent: PlainObject | unknown[], step: string | number): unknown[] | undefined {
    const value = valueIn(parent, step);
    if (!Array.isArray(value)) return undefined;
    if (this.own.has(value)) return value;
    const own = this.list(value);
    putIn(parent, step, own);
    return own;
  }
}

function valueIn(parent: PlainObject | unknown[], step: string | number): unknown {
  if (Array.isArray(parent)) return typeof step === 'number' ? parent[step] : undefined;
  return Object.hasOwn(parent, step) ? parent[step] : undefined;
}

function putIn(parent: PlainObject | unknown[], step: string | number, value: unknown): void {
  if (!Array.isArray(parent)) put(parent, String(step), value);
  else if (typeof step === 'number') parent[step] = value;
}
