import { entryKey, provider, resolve } from './mapping.ts';
import type { Entry, YamlNode } from './node.ts';
import type { YamlTree } from './parse-tree.ts';
import type { Path } from './path.ts';
import type { TextRange } from './text-edit.ts';
import { afterBreak, lineEnd, lineStart } from './trivia.ts';

/** What a path leads to, and how it is written there. */
export interface Place {
  readonly node: YamlNode;
  /** The entry that holds the node, if it is the value of one. */
  readonly entry?: Entry;
  /** The offset of the item's dash, if it is one of a block sequence. */
  readonly dash?: number;
}

/**
 * The node at a path, through aliases and merge keys; an alias at its end is given as such.
 * @returns undefined where the path leads nowhere: a number never matches a key, nor text an index.
 */
export function nodeAt(root: YamlNode | undefined, path: Path): YamlNode | undefined {
  return placeAt(root, path)?.node;
}

/** The scalar at a path as text; undefined where there is none, or null. */
export function textAt({ root }: Pick<YamlTree, 'root'>, path: Path): string | undefined {
  const found = nodeAt(root, path);
  const node = found && resolve(found);
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : undefined;
}

function placeAt(root: YamlNode | undefined, path: Path): Place | undefined {
  let place: Place | undefined = root && { node: root };
  for (const step of path) {
    if (place === undefined) return undefined;
    place = childAt(place.node, step);
  }
  return place;
}

function childAt(parent: YamlNode, step: string | number): Place | undefined {
  const node = resolve(parent);
  if (node.kind === 'mapping' && typeof step === 'string') {
    const entry = provider(node, step)?.entry;
    return entry && { node: entry.value, entry };
  }
  if (node.kind === 'sequence' && typeof step === 'number') {
    const item = node.items[step];
    if (item === undefined) return undefined;
    const dash = node.dashes[step];
    return { node: item, ...(dash !== undefined && { dash }) };
  }
  return undefined;
}

/**
 * The path of the innermost entry or item whose text contains `offset`; on a key, the path of its
 * entry. Within a merge key or between entries it is that of the mapping around.
 */
export function pathAt(root: YamlNode | undefined, offset: number): Path {
  const path: (string | number)[] = [];
  let node = root;
  while (node !== undefined) {
    const step = stepAt(node, offset);
    if (step === undefined) break;
    path.push(step.step);
    node = step.child;
  }
  return path;
}

function stepAt(
  node: YamlNode,
  offset: number,
): { readonly step: string | number; readonly child: YamlNode } | undefined {
  if (node.kind === 'mapping') {
    for (const entry of node.entries) {
      const step = entryKey(entry);
      if (step !== undefined && contains(entry.range, offset)) return { step, child: entry.value };
    }
  } else if (node.kind === 'sequence') {
    for (const [step, child] of node.items.entries()) {
      const start = node.dashes[step] ?? child.range.offset;
      const end = child.range.offset + child.range.length;
      if (contains({ offset: start, length: end - start }, offset)) return { step, child };
    }
  }
  return undefined;
}

/** A cursor right after the last character still counts as in it. */
function contains(range: TextRange, offset: number): boolean {
  return range.offset <= offset && offset <= range.offset + range.length;
}

export interface PathRange {
  /** What to underline: the value, or the key of the nearest ancestor if the path leads nowhere. */
  readonly range: TextRange;
  /** Whether the path exists. */
  readonly exact: boolean;
  /** The key of the entry, where there is one. */
  readonly key?: TextRange;
  /** The value; empty where none is written. */
  readonly value: TextRange;
}

/**
 * Where a path is in the text. For a path that does not exist: the key of its nearest ancestor
 * that does, for an item its first key or its scalar, and in the last resort the first line of
 * the document.
 */
export function rangeAt(tree: YamlTree, path: Path): PathRange {
  const exact = placeAt(tree.root, path);
  if (exact !== undefined) {
    const value = exact.node.range;
    const key = exact.entry?.key.range;
    const range = value.length === 0 && key !== undefined ? key : value;
    return { range, exact: true, ...(key !== undefined && { key }), value };
  }
  for (let length = path.length - 1; length > 0; length--) {
    const place = placeAt(tree.root, path.slice(0, length));
    if (place === undefined) continue;
    const range = place.entry?.key.range ?? headOf(place.node);
    return { range, exact: false, key: range, value: place.node.range };
  }
  const range = firstLine(tree);
  return { range, exact: false, value: range };
}

/** The first key or scalar of a node: a short piece of text to point at. */
function headOf(given: YamlNode): TextRange {
  if (given.kind === 'mapping') return given.entries[0]?.key.range ?? given.range;
  if (given.kind === 'sequence') {
    const first = given.items[0];
    return first === undefined ? given.range : headOf(first);
  }
  return given.range;
}

function firstLine(tree: YamlTree): TextRange {
  const offset = tree.root?.range.offset ?? lineStart(tree.text, 1);
  return { offset, length: lineEnd(tree.text, offset) - offset };
}

/**
 * The whole lines of an entry or item, from the line of its key or dash to the end of the line
 * its value ends on, line break included. Of the nearest ancestor if the path does not exist.
 */
export function entryLines(tree: YamlTree, path: Path): TextRange {
  for (let length = path.length; length > 0; length--) {
    const place = placeAt(tree.root, path.slice(0, length));
    if (place === undefined) continue;
    const { node, entry, dash } = place;
    const start = lineStart(tree.text, entry?.range.offset ?? dash ?? node.range.offset);
    const last = entry?.range ?? node.range;
    const end = afterBreak(tree.text, lineEnd(tree.text, last.offset + last.length));
    return { offset: start, length: end - start };
  }
  const start = lineStart(tree.text, tree.root?.range.offset ?? 0);
  const end = tree.root === undefined ? tree.text.length : rangeEnd(tree.root.range);
  return { offset: start, length: afterBreak(tree.text, lineEnd(tree.text, end)) - start };
}

/** The offset right after a range. */
export function rangeEnd(range: TextRange): number {
  return range.offset + range.length;
}
