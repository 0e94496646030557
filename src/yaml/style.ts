import { resolve } from './mapping.ts';
import type { MappingNode, ScalarNode, SequenceNode, YamlNode } from './node.ts';
import type { YamlTree } from './parse-tree.ts';
import { relations } from './sharing.ts';
import { afterBreak, columnOf, lineEnd, lineStart } from './trivia.ts';

export type Quote = 'single' | 'double';

/** How block collections are laid out around some place. All are counts of columns. */
export interface BlockStyle {
  /** From a key to the keys of the mapping below it. */
  readonly step: number;
  /** From a key to the dashes of the list below it. */
  readonly list: number;
  /** From a dash to what follows it on its line. */
  readonly gap: number;
  readonly quote: Quote;
  readonly eol: string;
}

/** How often each width occurs in a subtree. */
interface Evidence {
  readonly step: Map<number, number>;
  readonly list: Map<number, number>;
  readonly gap: Map<number, number>;
  readonly quote: Map<Quote, number>;
}

const known = new WeakMap<YamlNode, Evidence>();

/** The style of the nearest surroundings that show one, and the guide's own where nothing does. */
export function blockStyle(tree: YamlTree, node: YamlNode | undefined, offset: number): BlockStyle {
  const around: Evidence[] = [];
  const { slots } = relations(tree);
  for (let at = node; at !== undefined; at = slots.get(at)?.parent) around.push(evidence(tree, at));
  const nearest = <T>(pick: (from: Evidence) => Map<T, number>): T | undefined => {
    for (const from of around) {
      const winner = commonest(pick(from));
      if (winner !== undefined) return winner;
    }
    return undefined;
  };
  return {
    step: nearest((from) => from.step) ?? 2,
    list: nearest((from) => from.list) ?? 2,
    gap: nearest((from) => from.gap) ?? 2,
    quote: nearest((from) => from.quote) ?? 'double',
    eol: lineBreakAt(tree.text, offset),
  };
}

/** The line break in use at a place: the one that ends its line, or else the line before. */
export function lineBreakAt(text: string, offset: number): string {
  const end = lineEnd(text, offset);
  if (end < text.length) return text.slice(end, afterBreak(text, end));
  const start = lineStart(text, offset);
  if (start <= 1) return '\n';
  return text[start - 1] === '\n' && text[start - 2] === '\r'
    ? '\r\n'
    : text.slice(start - 1, start);
}

function commonest<T>(counts: Map<T, number>): T | undefined {
  let winner: T | undefined;
  let most = 0;
  for (const [value, count] of counts) {
    if (count > most) {
      winner = value;
      most = count;
    }
  }
  return winner;
}

function noEvidence(): Evidence {
  return { step: new Map(), list: new Map(), gap: new Map(), quote: new Map() };
}

// Most nodes of a tree are scalars: they share what little they show.
const nothing = noEvidence();
const singleQuoted: Evidence = { ...noEvidence(), quote: new Map([['single', 1]]) };
const doubleQuoted: Evidence = { ...noEvidence(), quote: new Map([['double', 1]]) };

function scalarEvidence(style: ScalarNode['style']): Evidence {
  if (style === 'single') return singleQuoted;
  return style === 'double' ? doubleQuoted : nothing;
}

function evidence(tree: YamlTree, node: YamlNode): Evidence {
  if (node.kind === 'scalar') return scalarEvidence(node.style);
  if (node.kind === 'alias') return nothing;
  const before = known.get(node);
  if (before !== undefined) return before;
  const found = noEvidence();
  if (node.kind === 'mapping') {
    for (const entry of node.entries) {
      add(found, evidence(tree, entry.value));
      if (!node.flow) observeEntry(tree, node, entry.value, found);
    }
  } else {
    for (const [i, item] of node.items.entries()) {
      add(found, evidence(tree, item));
      const dash = node.dashes[i];
      if (dash === undefined || item.kind === 'scalar' || isFlow(item)) continue;
      const gap = item.content - dash;
      if (lineEnd(tree.text, dash) > item.content && gap < 10) count(found.gap, gap);
    }
  }
  known.set(node, found);
  return found;
}

function observeEntry(tree: YamlTree, parent: MappingNode, value: YamlNode, found: Evidence): void {
  if ((value.kind !== 'mapping' && value.kind !== 'sequence') || value.flow) return;
  const width = columnOf(tree.text, value.content) - columnOf(tree.text, parent.content);
  if (value.kind === 'sequence') count(found.list, width);
  else if (width > 0) count(found.step, width);
}

function isFlow(node: YamlNode): boolean {
  const real = resolve(node);
  return (
    node.kind === 'alias' || ((real.kind === 'mapping' || real.kind === 'sequence') && real.flow)
  );
}

function count<T>(counts: Map<T, number>, value: T, times = 1): void {
  counts.set(value, (counts.get(value) ?? 0) + times);
}

function add(to: Evidence, from: Evidence): void {
  for (const [value, times] of from.step) count(to.step, value, times);
  for (const [value, times] of from.list) count(to.list, value, times);
  for (const [value, times] of from.gap) count(to.gap, value, times);
  for (const [value, times] of from.quote) count(to.quote, value, times);
}

/** How a flow collection is written. */
export interface FlowStyle {
  /** Keys and texts between double quotes, as in JSON. */
  readonly json: boolean;
  /** What stands after a colon, after a comma, and inside of the braces. */
  readonly colon: string;
  readonly comma: string;
  readonly pad: string;
  readonly quote: Quote;
}

export function flowStyle(tree: YamlTree, node: YamlNode | undefined): FlowStyle {
  const { quote } = blockStyle(tree, node, 0);
  const plain: FlowStyle = { json: false, colon: ' ', comma: ' ', pad: '', quote };
  if (node === undefined || (node.kind !== 'mapping' && node.kind !== 'sequence')) return plain;
  const text = tree.text;
  const entries = entriesIn(node);
  const json = entries.length > 0 && entries.every(({ key }) => isDoubleQuoted(key));
  const tight = json && entries.every(({ colon }) => !/\s/.test(text[colon + 1] ?? ' '));
  const children = node.kind === 'mapping' ? node.entries : node.items;
  const comma = text.slice(children[0]?.range.offset, children[1]?.range.offset);
  const tightComma = children.length > 1 ? !/\s$/.test(comma) : tight;
  const mapping = node.kind === 'mapping' && node.bare !== true ? node : firstMapping(node);
  const pad = mapping !== undefined && /^\{ +\S/.test(text.slice(mapping.content)) ? ' ' : '';
  return { json, colon: tight ? '' : ' ', comma: tightComma ? '' : ' ', pad, quote };
}

function isDoubleQuoted(key: YamlNode): boolean {
  return key.kind === 'scalar' && key.style === 'double';
}

function firstMapping(node: MappingNode | SequenceNode): MappingNode | undefined {
  const children = node.kind === 'mapping' ? node.entries.map((entry) => entry.value) : node.items;
  return children.find(
    (child): child is MappingNode => child.kind === 'mapping' && child.bare !== true && child.flow,
  );
}

function entriesIn(node: MappingNode | SequenceNode) {
  if (node.kind === 'mapping') return node.entries;
  return node.items.flatMap((item) => (item.kind === 'mapping' ? item.entries : []));
}
