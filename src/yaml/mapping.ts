import type { Entry, MappingNode, YamlNode } from './node.ts';
import { keyText } from './scalar.ts';

/** The node that an alias stands for; any other node is itself. */
export function resolve(node: YamlNode): Exclude<YamlNode, { kind: 'alias' }> {
  if (node.kind !== 'alias') return node;
  // An alias never targets an alias: YAML gives it no properties to be anchored by.
  return resolve(node.target);
}

/** The key of an entry as text, the way Helm spells it; undefined for a merge key. */
export function entryKey(entry: Entry): string | undefined {
  if (entry.merge) return undefined;
  const key = resolve(entry.key);
  return key.kind === 'scalar' ? keyText(key.value) : undefined;
}

/** The entry that a mapping has of its own under `key`. */
export function ownEntry(mapping: MappingNode, key: string): Entry | undefined {
  return mapping.entries.find((entry) => entryKey(entry) === key);
}

/** The mappings that a merge entry brings in, first ones first in rank. */
export function mergeSources(entry: Entry): readonly MappingNode[] {
  const value = resolve(entry.value);
  const nodes = value.kind === 'sequence' ? value.items.map(resolve) : [value];
  return nodes.filter((node) => node.kind === 'mapping');
}

/** Who gives a mapping its value under a key. */
export type Provider =
  | { readonly kind: 'own'; readonly entry: Entry }
  | {
      readonly kind: 'merged';
      /** The merge entry of the mapping itself. */
      readonly through: Entry;
      readonly entry: Entry;
      /** The mapping's own entry, overridden by a merge key that comes after it. */
      readonly shadowed?: Entry;
    };

/**
 * Finds the entry that counts under `key`. As in Helm, the last entry that provides a key wins:
 * a key given after `<<` overrides it, and a `<<` given after a key overrides that.
 */
export function provider(mapping: MappingNode, key: string): Provider | undefined {
  let found: Provider | undefined;
  for (const entry of mapping.entries) {
    if (!entry.merge) {
      if (entryKey(entry) === key) found = { kind: 'own', entry };
      continue;
    }
    for (const source of mergeSources(entry)) {
      const merged = provider(source, key);
      if (merged === undefined) continue;
      const shadowed = found?.kind === 'own' ? found.entry : found?.shadowed;
      found = {
        kind: 'merged',
        through: entry,
        entry: merged.entry,
        ...(shadowed !== undefined && { shadowed }),
      };
      break;
    }
  }
  return found;
}

/** Whether a value is null or a collection without elements; an alias is neither. */
export function isEmpty(node: YamlNode): boolean {
  if (node.kind === 'scalar') return node.value === null;
  if (node.kind === 'mapping') return node.entries.length === 0;
  return node.kind === 'sequence' && node.items.length === 0;
}
