import type { PlainValue } from './change.ts';
import { type EditContext, guard, type Target } from './edit-context.ts';
import { insertInFlow } from './flow-edits.ts';
import { endsOpenText, lastLeaf, pointForItem, pointForKey } from './insertion-point.ts';
import type { MappingNode, SequenceNode } from './node.ts';
import { valuesIn } from './peers.ts';
import { BlockWriter, blanks, renderFlow, renderFlowEntry } from './render.ts';
import { lastBreak } from './replace-block.ts';
import { blockStyle, flowStyle } from './style.ts';
import type { TextEdit } from './text-edit.ts';
import { columnOf, firstOnLine } from './trivia.ts';

/** Adds an entry to a mapping that does not have the key. */
export function insert(
  context: EditContext,
  target: Target,
  mapping: MappingNode,
  key: string,
  value: PlainValue,
  kept = mapping.entries.length,
): TextEdit[] {
  const { tree } = context;
  guard(context, mapping, [key], [...target.path, key]);
  const style = blockStyle(tree, mapping, mapping.range.offset + mapping.range.length);
  if (mapping.flow) {
    const flow = flowStyle(tree, mapping);
    const entry = renderFlowEntry(key, value, flow, valuesIn(mapping));
    return insertInFlow(tree.text, mapping, entry, style.eol, kept, flow.comma);
  }
  const column = columnOf(tree.text, mapping.content);
  const point = pointForKey(tree.text, mapping, key, kept);
  const base = [...target.path, key].slice(context.change.path.length).join('/');
  const writer = new BlockWriter(style, context.comments, context.literals);
  const block = writer.entry(key, value, column, base, valuesIn(mapping)).join(style.eol);
  if (!point.before) {
    const text = style.eol + block + lastBreak(context, point.offset, value, style.eol);
    return [{ offset: point.offset, length: 0, text }];
  }
  const text =
    firstOnLine(tree.text, point.offset) && columnOf(tree.text, point.offset) === 0
      ? `${block}${style.eol}`
      : `${block.slice(column)}${style.eol}${blanks(column)}`;
  return [{ offset: point.offset, length: 0, text }];
}

/** Adds an item at the end of a list that has some. */
export function append(
  context: EditContext,
  target: Target,
  sequence: SequenceNode,
  value: PlainValue,
): TextEdit[] {
  const { tree } = context;
  guard(context, sequence, [sequence.items.length], [...target.path, sequence.items.length]);
  const style = blockStyle(tree, sequence, sequence.range.offset + sequence.range.length);
  if (sequence.flow) {
    const flow = flowStyle(tree, sequence);
    const item = renderFlow(value, flow, valuesIn(sequence));
    return insertInFlow(tree.text, sequence, item, style.eol, sequence.items.length, flow.comma);
  }
  const column = columnOf(tree.text, sequence.content);
  const base = context.change.op === 'append' ? '' : String(sequence.items.length);
  const writer = new BlockWriter(style, context.comments, context.literals);
  const block = writer.item(value, column, base, valuesIn(sequence)).join(style.eol);
  const { offset } = pointForItem(tree.text, sequence);
  const end = lastBreak(context, offset, value, style.eol);
  const edit = { offset, length: 0, text: style.eol + block + end };
  return endsOpenText(tree.text, sequence) ? [closeText(tree.text, sequence), edit] : [edit];
}

/** Marks a text at the end of the file as one without a last line break, before one is added. */
function closeText(text: string, sequence: SequenceNode): TextEdit {
  const leaf = lastLeaf(sequence);
  const header = /^[|>][-+0-9]*/.exec(text.slice(leaf.content, leaf.content + 8))?.[0] ?? '|';
  return {
    offset: leaf.content,
    length: header.length,
    text: `${header.replace('+', '')}-`,
  };
}
