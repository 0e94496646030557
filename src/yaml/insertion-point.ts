import { endOfOwnExample, pointUnderExample } from './examples.ts';
import type { MappingNode, SequenceNode, YamlNode } from './node.ts';
import { afterBreak, columnOf, firstOnLine, lineEnd, lineStart } from './trivia.ts';

/** Where new lines go: after the line that ends at `offset`, or before what starts there. */
export interface InsertionPoint {
  readonly offset: number;
  readonly before: boolean;
}

/**
 * Where a new entry goes in a block mapping: under a commented-out example of its key, or else
 * after the last entry that stays and the example of that one.
 * @param kept how many of the mapping's entries stay in front of the new one
 */
export function pointForKey(
  text: string,
  mapping: MappingNode,
  key: string,
  kept = mapping.entries.length,
): InsertionPoint {
  const column = columnOf(text, mapping.content);
  if (kept === mapping.entries.length) {
    const example = pointUnderExample(text, mapping, key, column);
    if (example !== undefined) return { offset: example, before: false };
  }
  const last = mapping.entries[kept - 1];
  if (last === undefined) return { offset: mapping.content, before: true };
  const end = last.range.offset + last.range.length;
  if (kept === mapping.entries.length && endsOpenText(text, last.value)) {
    return { offset: aboveEntry(text, last.range.offset), before: true };
  }
  const offset = afterOwnComments(text, end, column);
  const own = kept === mapping.entries.length ? endOfOwnExample(text, last, column) : undefined;
  return { offset: Math.max(offset, own ?? 0), before: false };
}

/** Where a new item goes at the end of a block sequence. */
export function pointForItem(
  text: string,
  sequence: SequenceNode,
  kept = sequence.items.length,
): InsertionPoint {
  const column = columnOf(text, sequence.content);
  const last = sequence.items[kept - 1];
  const end = last === undefined ? sequence.content : last.range.offset + last.range.length;
  return { offset: afterOwnComments(text, end, column), before: false };
}

/**
 * The end of the line on which `end` lies, or of the last comment line below it that is indented
 * deeper than `column`: such comments belong to what ends here.
 */
function afterOwnComments(text: string, end: number, column: number): number {
  let result = lineEnd(text, end);
  let at = result;
  while (at < text.length) {
    const start = afterBreak(text, at);
    const stop = lineEnd(text, start);
    const line = text.slice(start, stop);
    if (/\S/.test(line)) {
      if (!/^ *#/.test(line) || line.indexOf('#') <= column) break;
      result = stop;
    }
    if (stop >= text.length) break;
    at = stop;
  }
  return result;
}

/** The last node of a subtree in the order of the text. */
export function lastLeaf(node: YamlNode): YamlNode {
  if (node.kind === 'mapping' && !node.flow) {
    const last = node.entries.at(-1);
    return last === undefined ? node : lastLeaf(last.value);
  }
  if (node.kind === 'sequence' && !node.flow) {
    const last = node.items.at(-1);
    return last === undefined ? node : lastLeaf(last);
  }
  return node;
}

/** Whether a block scalar ends the file without a line break, which would become part of its value. */
export function endsOpenText(text: string, node: YamlNode): boolean {
  const leaf = lastLeaf(node);
  if (!isBlockScalar(leaf) || leaf.range.offset + leaf.range.length !== text.length) return false;
  return !/^[|>][0-9]*-/.test(text.slice(leaf.content, leaf.content + 3));
}

export function isBlockScalar(node: YamlNode): boolean {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}

/** The start of an entry, or of the comment lines right above it that explain it. */
function aboveEntry(text: string, entry: number): number {
  if (!firstOnLine(text, entry)) return entry;
  const column = columnOf(text, entry);
  let start = lineStart(text, entry);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    const line = text.slice(above, lineEnd(text, above));
    if (!/^ *#/.test(line) || line.indexOf('#') !== column || above === start) break;
    start = above;
  }
  return start;
}
