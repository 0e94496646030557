import { entryKey, mergeSources, resolve } from './mapping.ts';
import type { MappingNode, YamlNode } from './node.ts';

/** Plain data as Helm reads it: JSON values, with all keys strings. */
export interface PlainObject {
  [key: string]: unknown;
}

/** What nodes have been read to be: a tree never changes, and is asked for its data many times. */
const read = new WeakMap<YamlNode, unknown>();

/**
 * The plain data of a node, with merge keys applied; the same objects each time, so that nobody
 * may change them. What aliases share is one object in the result too, so an expansion that is
 * large as text stays small in memory.
 */
export function dataOf(given: YamlNode): unknown {
  const node = resolve(given);
  if (node.kind === 'scalar') return node.value;
  const known = read.get(node);
  if (known !== undefined) return known;
  const value = node.kind === 'sequence' ? node.items.map(dataOf) : mappingData(node);
  read.set(node, value);
  return value;
}

/** Makes what a node has been read to be known of another that is read the same. */
export function shareData(from: YamlNode, to: YamlNode): void {
  const known = read.get(from);
  if (known !== undefined) read.set(to, known);
}

function mappingData(node: MappingNode): PlainObject {
  const object: PlainObject = {};
  for (const entry of node.entries) {
    const key = entryKey(entry);
    if (key !== undefined) put(object, key, dataOf(entry.value));
    else if (entry.merge) merge(object, entry);
  }
  return object;
}

/** As in Helm, a merge overrides what stands before it in the mapping. */
function merge(object: PlainObject, entry: Parameters<typeof mergeSources>[0]): void {
  for (const source of [...mergeSources(entry)].reverse()) {
    const data = dataOf(source);
    if (!isObject(data)) continue;
    for (const [key, value] of Object.entries(data)) put(object, key, value);
  }
}

/** Sets a key even if it is called `__proto__`. */
export function put(object: PlainObject, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else object[key] = value;
}

/** Whether a value is a mapping of plain data. */
export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two pieces of plain data are equal; the order of keys does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return Number.isNaN(a) && Number.isNaN(b);
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}
