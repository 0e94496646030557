/**
 * Whether `whole` holds every key and value of `part`: mappings may have more keys, lists more
 * items (in any order), but an empty mapping is only found in an empty one.
 */
export function contains(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(whole) && part.every((item) => whole.some((other) => contains(other, item)))
    );
  }
  if (typeof part !== 'object' || part === null) return Object.is(whole, part);
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return false;
  const keys = Object.entries(part);
  if (keys.length === 0) return Object.keys(whole).length === 0;
  const values = new Map<string, unknown>(Object.entries(whole));
  return keys.every(([key, value]) => contains(values.get(key), value));
}
