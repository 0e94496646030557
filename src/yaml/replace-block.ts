import type { PlainValue } from './change.ts';
import type { EditContext, Target } from './edit-context.ts';
import { headerComment, withComment } from './header-comment.ts';
import { propertiesStart } from './properties-start.ts';
import { BlockWriter, blanks, isList, isLiteralSafe, isNested } from './render.ts';
import { blockStyle } from './style.ts';
import type { TextEdit } from './text-edit.ts';
import { breakBefore, columnOf, lineEnd, lineStart } from './trivia.ts';

/** Block collections that come or go: whole lines below a key, or behind a dash. */

/** Replaces a block collection by something short on the line of its key or dash. */
export function withoutBlock(context: EditContext, target: Target, text: string): TextEdit[] {
  const { node, entry } = target;
  const source = context.tree.text;
  const end = node.range.offset + node.range.length;
  const from = propertiesStart(node);
  const sameLine = entry === undefined || lineEnd(source, entry.colon) > node.content;
  if (sameLine) return [{ offset: from.offset, length: end - from.offset, text: from.text + text }];
  const head = headEnd(context.tree.text, target);
  // The line break in front of the lines goes with them, so that more can be added after them.
  const above = breakBefore(source, lineStart(source, node.content));
  return [
    { offset: head.offset, length: head.length, text: `${head.text} ${text}` },
    { offset: above, length: lineEnd(source, end) - above, text: '' },
  ];
}

/** The anchor and tag between a colon and a value further down, to be replaced by the anchor alone. */
function headEnd(text: string, { node, entry }: Target): TextEdit {
  const colon = (entry?.colon ?? -1) + 1;
  const properties = /^(?:[&!]\S*(?:[ \t]+(?=[&!]))?)*/.exec(
    text.slice(node.range.offset, node.content),
  );
  const length = properties?.[0].length ?? 0;
  if (length === 0 || lineEnd(text, colon) < node.range.offset) {
    return { offset: colon, length: 0, text: '' };
  }
  const anchor = node.anchor === undefined ? '' : ` &${node.anchor}`;
  return { offset: colon, length: node.range.offset + length - colon, text: anchor };
}

/**
 * Writes a block collection in the place of a value: below its key or behind its dash.
 * @param prefix a first line for it, such as the merge key of the alias that stood here
 */
export function withBlock(
  context: EditContext,
  target: Target,
  value: PlainValue,
  prefix: string,
): TextEdit[] {
  const { node, entry, parent } = target;
  const text = context.tree.text;
  const style = blockStyle(context.tree, parent, node.range.offset);
  const writer = new BlockWriter(style, context.comments, context.literals);
  const linesAt = (column: number) => [
    ...(prefix === '' ? [] : [blanks(column) + prefix]),
    ...writer.collection(value, column, relative(context, target)),
  ];
  const end = node.range.offset + node.range.length;
  const comment = headerComment(text, node);
  const inPlace = (column: number): TextEdit[] => {
    const body = withComment(linesAt(column).join(style.eol), comment);
    const from = node.range.offset;
    // An anchor on the line of the first key would belong to that key.
    const head = node.anchor === undefined ? '' : `&${node.anchor}${style.eol}`;
    return [
      { offset: from, length: end - from, text: head === '' ? body.slice(column) : head + body },
    ];
  };
  if (parent === undefined) return inPlace(columnOf(text, node.range.offset));
  const parentColumn = columnOf(text, parent.content);
  const missing = node.kind === 'scalar' && node.style === 'missing';
  const below = (column: number): TextEdit => {
    const offset = lineEnd(text, end);
    const block = style.eol + linesAt(column).join(style.eol);
    return { offset, length: 0, text: block + lastBreak(context, offset, value, style.eol) };
  };
  if (entry === undefined) {
    const dash = parent.kind === 'sequence' ? (parent.dashes[target.index] ?? node.content) : 0;
    const column = dash - lineStart(text, dash) + style.gap;
    if (node.anchor !== undefined) return [...cleared(text, target, dash + 1), below(column)];
    if (lineEnd(text, dash) < node.content) return inPlace(columnOf(text, node.range.offset));
    const own = missing ? column : columnOf(text, node.range.offset);
    const [first = '', ...rest] = linesAt(own);
    const from = node.range.offset;
    const gap = missing ? blanks(style.gap - 1) : '';
    const head = {
      offset: from,
      length: end - from,
      text: withComment(gap + first.slice(own), comment),
    };
    if (rest.length === 0) return [head];
    return [
      head,
      { offset: lineEnd(text, end), length: 0, text: style.eol + rest.join(style.eol) },
    ];
  }
  const column = parentColumn + (isList(value) ? style.list : style.step);
  const sameLine = missing || entry.colon < 0 || lineEnd(text, entry.colon) > node.content;
  if (!sameLine) {
    const block = (node.kind === 'mapping' || node.kind === 'sequence') && !node.flow;
    if (!block) return inPlace(Math.max(columnOf(text, node.range.offset), parentColumn + 1));
    const line = lineStart(text, node.content);
    const head = headEnd(context.tree.text, target);
    const lines = linesAt(column).join(style.eol);
    return [...(head.length > 0 ? [head] : []), { offset: line, length: end - line, text: lines }];
  }
  if (entry.colon < 0) {
    const colon = `${style.eol}${blanks(parentColumn)}:`;
    const block = linesAt(column).join(style.eol);
    return [{ offset: end, length: 0, text: `${colon}${style.eol}${block}` }];
  }
  return [...cleared(text, target, entry.colon + 1), below(column)];
}

/** Takes a value off the line of its key or dash, blanks in front included; its anchor and comment stay. */
function cleared(text: string, { node }: Target, from: number): TextEdit[] {
  const end = node.range.offset + node.range.length;
  if (end <= from) return [];
  const anchor = node.anchor === undefined ? '' : ` &${node.anchor}`;
  return [
    { offset: from, length: end - from, text: withComment(anchor, headerComment(text, node)) },
  ];
}

/** Where a target lies below the change's own path, as the keys of its comments are written. */
function relative(context: EditContext, { path }: Target): string {
  const base = context.change.path;
  return path.slice(base.length).join('/');
}

/** A line break for a `|` text that comes to stand at the end of the file and has one in its value. */
export function lastBreak(
  context: EditContext,
  offset: number,
  value: PlainValue,
  eol: string,
): string {
  const { text } = context.tree;
  if (offset < text.length || !context.literals) return '';
  let leaf: PlainValue | undefined = value;
  while (leaf !== undefined && isNested(leaf)) {
    leaf = isList(leaf) ? leaf.at(-1) : Object.values(leaf).at(-1);
  }
  return typeof leaf === 'string' && leaf.endsWith('\n') && isLiteralSafe(leaf) ? eol : '';
}
