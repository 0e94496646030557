import type { PlainValue } from './change.ts';
import { type EditContext, guard, guardValue, type Target } from './edit-context.ts';
import { isBlockScalar } from './insertion-point.ts';
import type { YamlNode } from './node.ts';
import {
  BlockWriter,
  blanks,
  doubleQuoted,
  isList,
  isLiteralSafe,
  isNested,
  literalLines,
  renderFlow,
  renderInline,
  singleQuoted,
} from './render.ts';
import { tagName } from './scalar.ts';
import { blockStyle, flowStyle, lineBreakAt } from './style.ts';
import type { TextEdit } from './text-edit.ts';
import { breakBefore, columnOf, lineEnd, lineStart } from './trivia.ts';

/** Puts another value in the place of one, as a whole. */
export function replaceWhole(
  context: EditContext,
  target: Target,
  value: PlainValue,
  prefix = '',
): TextEdit[] {
  guardValue(context, target);
  return overwrite(context, target, value, prefix);
}

/** As `replaceWhole`, where it is settled that no other place minds. */
export function overwrite(
  context: EditContext,
  target: Target,
  value: PlainValue,
  prefix = '',
): TextEdit[] {
  const { node, parent } = target;
  if (parent?.flow === true)
    return spliced(context, target, renderFlow(value, flowOf(context, target)), value);
  if (isNested(value)) return withBlock(context, target, value, prefix);
  const collection = node.kind === 'mapping' || node.kind === 'sequence';
  if (collection && !node.flow)
    return withoutBlock(context, target, renderInline(value, 'double', false));
  return spliced(context, target, scalarText(context, target, value), value);
}

/**
 * Fills a mapping or list that is empty. Unlike replacing it, this leaves its anchor's other
 * users to be checked against the change below.
 */
export function fill(
  context: EditContext,
  target: Target,
  value: PlainValue,
  step: string | number,
): TextEdit[] {
  guard(context, target.node, [step], [...target.path, step]);
  if (target.parent?.flow === true) {
    return spliced(context, target, renderFlow(value, flowOf(context, target)), value);
  }
  return withBlock(context, target, value, '');
}

function flowOf(context: EditContext, { node, parent }: Target) {
  const own = (node.kind === 'mapping' || node.kind === 'sequence') && node.flow;
  const style = flowStyle(context.tree, own ? node : parent);
  return style.json ? style : flowStyle(context.tree, parent);
}

/** What a new value replaces of the old one: a tag goes unless it marks a text as such, an anchor stays. */
function start(
  node: YamlNode,
  value?: PlainValue,
): { readonly offset: number; readonly text: string } {
  const marksText = node.tag !== undefined && tagName(node.tag) === 'str';
  if (node.tag === undefined || (marksText && typeof value === 'string')) {
    return { offset: node.content, text: '' };
  }
  return { offset: node.range.offset, text: node.anchor === undefined ? '' : `&${node.anchor} ` };
}

/** Replaces the text of a value, or writes one where none is. */
function spliced(
  context: EditContext,
  { node, entry }: Target,
  text: string,
  value: PlainValue,
): TextEdit[] {
  const source = context.tree.text;
  const end = node.range.offset + node.range.length;
  const from = start(node, value);
  if (node.kind !== 'scalar' || node.style !== 'missing') {
    return [{ offset: from.offset, length: end - from.offset, text: from.text + text }];
  }
  if (entry !== undefined && entry.colon < 0) {
    const pad = blanks(columnOf(source, entry.range.offset));
    const colon = entry.explicit ? `${lineBreakAt(source, end)}${pad}: ` : ': ';
    return [{ offset: end, length: 0, text: colon + text }];
  }
  const space = from.offset === node.range.offset && node.tag !== undefined ? '' : ' ';
  return [{ offset: from.offset, length: end - from.offset, text: space + from.text + text }];
}

/** A scalar in the quotes of the one before, as far as they can hold it. */
function scalarText(context: EditContext, { node, parent }: Target, value: PlainValue): string {
  const { tree } = context;
  const style = blockStyle(tree, parent, node.range.offset);
  if (typeof value !== 'string') return renderInline(value, style.quote, false);
  if (node.kind === 'scalar') {
    if (node.style === 'single') return singleQuoted(value);
    if (node.style === 'double') return doubleQuoted(value);
  }
  if (context.literals && isLiteralSafe(value) && canHoldLines(context, node)) {
    const column =
      literalColumn(context, node) ?? columnOf(tree.text, parent?.content ?? 0) + style.step;
    const lines = literalLines(value, column);
    const end = node.range.offset + node.range.length;
    // A text that ends in a line break needs it in the file too.
    const last = end === tree.text.length && value.endsWith('\n') ? style.eol : '';
    return lines.join(style.eol) + last;
  }
  return renderInline(value, style.quote, false);
}

/** The column of an existing block scalar's lines. */
function literalColumn({ tree }: EditContext, node: YamlNode): number | undefined {
  if (!isBlockScalar(node)) return undefined;
  const text = tree.text.slice(node.content, node.range.offset + node.range.length);
  if (/^[|>][-+]?[0-9]/.test(text)) return undefined;
  return /[\r\n]( *)[^\s]/.exec(text)?.[1]?.length;
}

/** Whether nothing follows on the line, nor comments below that a block scalar would swallow. */
function canHoldLines({ tree }: EditContext, node: YamlNode): boolean {
  const end = node.range.offset + node.range.length;
  if (end < lineEnd(tree.text, end)) return false;
  return isBlockScalar(node) || !/^\s*[\r\n] +#/.test(tree.text.slice(end, end + 2000));
}

/** Replaces a block collection by something short on the line of its key or dash. */
function withoutBlock(context: EditContext, target: Target, text: string): TextEdit[] {
  const { node, entry } = target;
  const source = context.tree.text;
  const end = node.range.offset + node.range.length;
  const from = start(node);
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
  const inPlace = (column: number): TextEdit[] => {
    const body = linesAt(column).join(style.eol);
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
    if (node.anchor !== undefined) return [...cleared(target, dash + 1), below(column)];
    if (lineEnd(text, dash) < node.content) return inPlace(columnOf(text, node.range.offset));
    const own = missing ? column : columnOf(text, node.range.offset);
    const [first = '', ...rest] = linesAt(own);
    const from = node.range.offset;
    const gap = missing ? blanks(style.gap - 1) : '';
    const head = { offset: from, length: end - from, text: gap + first.slice(own) };
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
  return [...cleared(target, entry.colon + 1), below(column)];
}

/** Takes a value off the line of its key or dash, blanks in front included, and keeps its anchor. */
function cleared({ node }: Target, from: number): TextEdit[] {
  const end = node.range.offset + node.range.length;
  if (end <= from) return [];
  const text = node.anchor === undefined ? '' : ` &${node.anchor}`;
  return [{ offset: from, length: end - from, text }];
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
