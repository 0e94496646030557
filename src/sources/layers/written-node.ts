import { resolve } from '../../yaml/mapping.ts';
import type { Entry, MappingNode, ScalarNode, SequenceNode, YamlNode } from '../../yaml/node.ts';
import type { Path } from '../../yaml/path.ts';
import type { TextRange } from '../../yaml/text-edit.ts';
import { isObject } from '../../yaml/value.ts';
import { entriesByKey } from './merged-mapping.ts';

/** A mapping with a value put in at a path; what lies on the way and is missing is made. */
export function withValue(
  root: MappingNode,
  path: Path,
  value: unknown,
  range: TextRange,
): MappingNode {
  return mappingWith(root, path, valueNode(value, range), range);
}

function nodeWith(
  from: YamlNode | undefined,
  path: Path,
  node: YamlNode,
  range: TextRange,
): YamlNode {
  const [step] = path;
  if (step === undefined) return node;
  const there = from && resolve(from);
  // What an alias stands for is copied to where the alias is.
  const place = from && { range: from.range, content: from.content };
  if (typeof step === 'number') {
    const list = there?.kind === 'sequence' ? { ...there, ...place } : noItems(range);
    return sequenceWith(list, path, node, range);
  }
  const mapping = there?.kind === 'mapping' ? { ...there, ...place } : noEntries(range);
  return mappingWith(mapping, path, node, range);
}

function mappingWith(
  from: MappingNode,
  [step, ...rest]: Path,
  node: YamlNode,
  range: TextRange,
): MappingNode {
  if (typeof step !== 'string') return from;
  const entries = entriesByKey(from);
  const before = entries.get(step);
  const value = nodeWith(before?.value, rest, node, range);
  const isKept = before !== undefined && rest.length > 0;
  entries.set(step, isKept ? { ...before, value } : entryOf(step, value, range));
  const { content, flow } = from;
  return { kind: 'mapping', range: from.range, content, flow, entries: [...entries.values()] };
}

function sequenceWith(
  from: SequenceNode,
  [step, ...rest]: Path,
  node: YamlNode,
  range: TextRange,
): SequenceNode {
  if (typeof step !== 'number') return from;
  const items = [...from.items];
  while (items.length < step) items.push(scalar(null, range));
  items[step] = nodeWith(items[step], rest, node, range);
  // Items without a dash are those of a flow sequence.
  const dashes = from.dashes.length < items.length ? [] : from.dashes;
  return { kind: 'sequence', range: from.range, content: from.content, flow: true, items, dashes };
}

/** Plain data as nodes that all stand at one range. */
function valueNode(value: unknown, range: TextRange): YamlNode {
  if (Array.isArray(value)) {
    return { ...noItems(range), items: value.map((item) => valueNode(item, range)) };
  }
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, one]) =>
      entryOf(key, valueNode(one, range), range),
    );
    return { ...noEntries(range), entries };
  }
  return scalar(value, range);
}

function scalar(value: unknown, range: TextRange): ScalarNode {
  const known =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return {
    kind: 'scalar',
    value: known ? value : null,
    style: 'plain',
    range,
    content: range.offset,
  };
}

function entryOf(key: string, value: YamlNode, range: TextRange): Entry {
  return { key: scalar(key, range), value, merge: false, range, colon: -1, explicit: false };
}

function noEntries(range: TextRange): MappingNode {
  return { kind: 'mapping', flow: true, entries: [], range, content: range.offset };
}

function noItems(range: TextRange): SequenceNode {
  return { kind: 'sequence', flow: true, items: [], dashes: [], range, content: range.offset };
}
