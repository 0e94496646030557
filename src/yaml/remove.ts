import type { EditContext } from './edit-context.ts';
import { removeFromFlow } from './flow-edits.ts';
import { isBlockScalar, lastLeaf } from './insertion-point.ts';
import type { MappingNode, SequenceNode, YamlNode } from './node.ts';
import type { TextEdit } from './text-edit.ts';
import { afterBreak, breakBefore, columnOf, firstOnLine, lineEnd, lineStart } from './trivia.ts';

/** Takes some of the elements of a collection out; at least one has to stay. */
export function removeElements(
  context: EditContext,
  node: MappingNode | SequenceNode,
  indexes: readonly number[],
): TextEdit[] {
  const edits: TextEdit[] = [];
  let run = 0;
  for (let i = 0; i < indexes.length; i++) {
    const first = indexes[i] ?? 0;
    if (first !== (indexes[i - 1] ?? -2) + 1) run = first;
    // Elements next to each other go together where one takes the place of the other.
    const joined = node.flow || !firstOnLine(context.tree.text, startOf(node, first));
    let last = first;
    while (joined && indexes[i + 1] === last + 1) {
      last++;
      i++;
    }
    edits.push(...removeElement(context, node, first, last, run));
  }
  return edits;
}

/**
 * Takes the elements from `index` to `last` out of a collection, on whole lines where it can.
 * @param run the first of the elements before them that go too
 */
export function removeElement(
  { tree }: EditContext,
  node: MappingNode | SequenceNode,
  index: number,
  last = index,
  run = index,
): TextEdit[] {
  if (node.flow) return removeFromFlow(tree.text, node, index, last);
  const { text } = tree;
  const start = startOf(node, index);
  const end = endOf(node, last);
  if (firstOnLine(text, start)) {
    const line = lineStart(text, start);
    const before = node.kind === 'mapping' ? node.entries[run - 1]?.value : node.items[run - 1];
    if (line > 1 && !endsInBlockScalar(before)) {
      // The line break in front goes, not the one behind, so that more can be added there.
      const from = breakBefore(text, line);
      return [{ offset: from, length: lineEnd(text, end) - from, text: '' }];
    }
    const after = afterBreak(text, lineEnd(text, end));
    const stop = swallowed(text, after, before, columnOf(text, start));
    return [{ offset: line, length: stop - line, text: '' }];
  }
  // The first one stands on the line of a dash: the next takes its place.
  const next = startOf(node, last + 1);
  if (!text.slice(end, next).includes('#'))
    return [{ offset: start, length: next - start, text: '' }];
  let from = start;
  while (text[from - 1] === ' ') from--;
  return [{ offset: from, length: lineEnd(text, end) - from, text: '' }];
}

function startOf(node: MappingNode | SequenceNode, index: number): number {
  const start = node.kind === 'mapping' ? node.entries[index]?.range.offset : node.dashes[index];
  return start ?? node.range.offset + node.range.length;
}

function endOf(node: MappingNode | SequenceNode, index: number): number {
  const range = node.kind === 'mapping' ? node.entries[index]?.range : node.items[index]?.range;
  return range === undefined ? node.range.offset : range.offset + range.length;
}

function endsInBlockScalar(node: YamlNode | undefined): boolean {
  return node !== undefined && isBlockScalar(lastLeaf(node));
}

/**
 * The end of the lines to take out. What is left must not become part of a block scalar above:
 * comments that are indented as deep as its text, or empty lines below one with `+`.
 */
function swallowed(
  text: string,
  end: number,
  before: YamlNode | undefined,
  column: number,
): number {
  if (before === undefined || !endsInBlockScalar(before)) return end;
  const leaf = lastLeaf(before);
  const keeps = /^[|>][0-9]*\+/.test(text.slice(leaf.content, leaf.content + 3));
  let stop = end;
  let at = end;
  while (at < text.length) {
    const next = afterBreak(text, lineEnd(text, at));
    const line = text.slice(at, next);
    const isBlank = !/\S/.test(line);
    if (!isBlank && !(/^ *#/.test(line) && line.indexOf('#') > column)) break;
    if (!isBlank || keeps) stop = next;
    if (next === at) break;
    at = next;
  }
  return stop;
}
