import { entryKey, mergeSources, resolve } from '../../yaml/mapping.ts';
import type { Entry, MappingNode } from '../../yaml/node.ts';

/**
 * Two mappings as Helm merges them: key by key where both have mappings, else the later one's
 * value. What is merged keeps the range of the earlier, and has no merge keys: what they bring in
 * is among its entries.
 */
export function mergedMapping(earlier: MappingNode, later: MappingNode): MappingNode {
  const entries = entriesByKey(earlier);
  for (const [key, entry] of entriesByKey(later)) {
    const before = entries.get(key);
    const own = resolve(entry.value);
    const there = before && resolve(before.value);
    const both = before !== undefined && there?.kind === 'mapping' && own.kind === 'mapping';
    if (!both) entries.set(key, entry);
    else {
      // What an alias stands for is merged where the alias is.
      const { range, content } = before.value;
      entries.set(key, { ...before, value: { ...mergedMapping(there, own), range, content } });
    }
  }
  const { range, content, flow } = earlier;
  return { kind: 'mapping', range, content, flow, entries: [...entries.values()] };
}

/** The entries that count, the last of each key, those of merge keys in their places. */
export function entriesByKey(mapping: MappingNode): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const entry of mapping.entries) {
    const key = entryKey(entry);
    if (key !== undefined) entries.set(key, entry);
    else if (entry.merge) {
      for (const source of [...mergeSources(entry)].reverse()) {
        for (const [name, merged] of entriesByKey(source)) entries.set(name, merged);
      }
    }
  }
  return entries;
}
