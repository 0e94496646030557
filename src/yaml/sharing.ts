import { entryKey, provider, resolve } from './mapping.ts';
import type { AliasNode, Entry, MappingNode, SequenceNode, YamlNode } from './node.ts';
import type { YamlTree } from './parse-tree.ts';
import type { Path } from './path.ts';
import type { TextRange } from './text-edit.ts';

/** Where a node hangs in the tree as written, aliases not followed. */
export interface Slot {
  readonly node: YamlNode;
  /** Undefined for the root. */
  readonly parent?: MappingNode | SequenceNode;
  readonly entry?: Entry;
  readonly index: number;
}

export interface Relations {
  readonly slots: ReadonlyMap<YamlNode, Slot>;
  readonly aliases: ReadonlyMap<YamlNode, readonly AliasNode[]>;
}

const known = new WeakMap<YamlTree, Relations>();

/** The slot of every value of a tree and the aliases of every anchored node; worked out once per tree. */
export function relations(tree: YamlTree): Relations {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const slots = new Map<YamlNode, Slot>();
  const aliases = new Map<YamlNode, AliasNode[]>();
  const visit = (slot: Slot) => {
    const { node } = slot;
    slots.set(node, slot);
    if (node.kind === 'alias') {
      const list = aliases.get(node.target);
      if (list === undefined) aliases.set(node.target, [node]);
      else list.push(node);
    } else if (node.kind === 'mapping') {
      for (const [index, entry] of node.entries.entries()) {
        if (entry.key.kind === 'alias') visit({ node: entry.key, parent: node, entry, index });
        visit({ node: entry.value, parent: node, entry, index });
      }
    } else if (node.kind === 'sequence') {
      for (const [index, item] of node.items.entries()) visit({ node: item, parent: node, index });
    }
  };
  if (tree.root !== undefined) visit({ node: tree.root, index: 0 });
  const result = { slots, aliases };
  known.set(tree, result);
  return result;
}

/** Stands in a path for the key of an entry that repeats an anchored scalar. */
export const keyStep = '<key>';

/** More sharers than anyone reads are not listed. */
const listLimit = 1000;

/**
 * Every path under which the place `rest` below `node` shows up in the data: its own, and those
 * through aliases and merge keys.
 */
export function occurrences(tree: YamlTree, node: YamlNode, rest: Path): Path[] {
  const { slots, aliases } = relations(tree);
  const found: Path[] = [];
  const collect = (at: YamlNode, below: Path) => {
    for (const place of [at, ...(aliases.get(at) ?? [])]) {
      if (found.length >= listLimit) return;
      const slot = slots.get(place);
      if (slot?.parent === undefined) {
        if (slot !== undefined) found.push(below);
      } else if (slot.entry?.merge) {
        const path = at.kind === 'sequence' ? below.slice(1) : below;
        if (slot.parent.kind === 'mapping' && mergeReaches(slot.parent, slot.entry, at, below)) {
          collect(slot.parent, path);
        }
      } else if (slot.entry?.key === place) {
        // A key that repeats an anchored scalar changes along with it.
        collect(slot.parent, [keyStep, ...below]);
      } else {
        const step = stepTo(slot);
        if (step !== undefined) collect(slot.parent, [step, ...below]);
      }
    }
  };
  collect(node, rest);
  return found.length < 2 ? found : distinct(found);
}

/**
 * Where the aliases of an anchored value stand that a merge key behind them hides. They are no
 * part of the data, but the text cannot be read without what they stand for.
 */
export function hiddenAliases(tree: YamlTree, node: YamlNode): Path[] {
  const { aliases } = relations(tree);
  return (aliases.get(node) ?? []).flatMap((alias) => {
    const { path, isHidden } = written(tree, alias);
    return isHidden ? [path] : [];
  });
}

/** The path of a node as written, and whether a merge key takes its place in the data. */
function written(tree: YamlTree, node: YamlNode): { path: Path; isHidden: boolean } {
  const { slots } = relations(tree);
  const path: (string | number)[] = [];
  let isHidden = false;
  for (let slot = slots.get(node); slot?.parent !== undefined; slot = slots.get(slot.parent)) {
    if (slot.entry?.merge !== true && stepTo(slot) === undefined) isHidden = true;
    path.unshift(slot.entry === undefined ? slot.index : (entryKey(slot.entry) ?? '<<'));
  }
  return { path, isHidden };
}

/** The key or index of a slot; undefined where a merge key behind it takes its place. */
function stepTo({ parent, entry, index }: Slot): string | number | undefined {
  if (entry === undefined) return index;
  const key = entryKey(entry);
  if (key === undefined || parent?.kind !== 'mapping') return key;
  return provider(parent, key)?.entry === entry ? key : undefined;
}

/** Two merge keys may bring the same place in. */
function distinct(paths: readonly Path[]): Path[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

/** Whether a change at `below` in a merged value is seen in the mapping that merges it. */
function mergeReaches(
  mapping: MappingNode,
  through: Entry,
  source: YamlNode,
  below: Path,
): boolean {
  const inList = source.kind === 'sequence';
  const key = below[inList ? 1 : 0];
  if (typeof key !== 'string') return true;
  const from = inList ? listed(source, below[0]) : resolve(source);
  const seen = provider(mapping, key);
  const given = from?.kind === 'mapping' ? provider(from, key) : undefined;
  if (given !== undefined) return seen?.entry === given.entry;
  const own = seen?.kind === 'own' ? mapping.entries.indexOf(seen.entry) : -1;
  return own < mapping.entries.indexOf(through);
}

function listed(source: SequenceNode, index: string | number | undefined): YamlNode | undefined {
  const item = typeof index === 'number' ? source.items[index] : undefined;
  return item && resolve(item);
}

/** The nodes of some subtrees as written that are anchored and have aliases outside of them all. */
export function anchorsUsedOutside(tree: YamlTree, nodes: readonly YamlNode[]): YamlNode[] {
  const { aliases } = relations(tree);
  const inside = (alias: YamlNode) => nodes.some((node) => holds(node.range, alias.range.offset));
  const found: YamlNode[] = [];
  const visit = (at: YamlNode) => {
    if (at.anchor !== undefined && aliases.get(at)?.some((alias) => !inside(alias))) found.push(at);
    if (at.kind === 'mapping') {
      for (const entry of at.entries) {
        visit(entry.key);
        visit(entry.value);
      }
    } else if (at.kind === 'sequence') at.items.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

function holds({ offset, length }: TextRange, at: number): boolean {
  return at >= offset && at < offset + length;
}
