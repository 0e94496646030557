import type { MappingNode, SequenceNode } from './node.ts';
import type { TextEdit, TextRange } from './text-edit.ts';
import { columnOf, firstOnLine, lineEnd, lineStart, skipTrivia } from './trivia.ts';

/** Edits inside of brackets: commas, and one line or several. */

/**
 * Adds an entry or item at the end of a flow collection.
 * @param rendered the new element on one line
 * @param kept how many of its elements stay
 * @param gap what stands after a comma
 */
export function insertInFlow(
  text: string,
  node: MappingNode | SequenceNode,
  rendered: string,
  eol: string,
  kept = childRanges(node).length,
  gap = ' ',
): TextEdit[] {
  const close = node.range.offset + node.range.length - 1;
  if (node.kind === 'mapping' && node.bare === true) {
    const end = close + 1;
    return [
      { offset: node.content, length: 0, text: '{' },
      { offset: end, length: 0, text: `, ${rendered}}` },
    ];
  }
  const last = childRanges(node)[kept - 1];
  if (last === undefined) return fillEmptyFlow(text, node, rendered, eol);
  const end = last.offset + last.length;
  const comma = skipTrivia(text, end);
  const trailing = text[comma] === ',' ? comma : undefined;
  const space = afterColon(node, kept - 1);
  if (!firstOnLine(text, last.offset)) {
    return [{ offset: end, length: 0, text: `${space},${gap}${rendered}` }];
  }
  const indent = text.slice(lineStart(text, last.offset), last.offset);
  const line = eol + indent + rendered;
  if (trailing !== undefined && kept === childRanges(node).length) {
    const stop = lineEnd(text, trailing);
    const offset = stop < close ? stop : trailing + 1;
    return [{ offset, length: 0, text: `${line},` }];
  }
  const comment = /^[ \t]*#/.test(text.slice(end, lineEnd(text, end)));
  if (!comment) return [{ offset: end, length: 0, text: `${space},${line}` }];
  return [
    { offset: end, length: 0, text: `${space},` },
    { offset: lineEnd(text, end), length: 0, text: line },
  ];
}

/**
 * What has to stand between an element and the comma or bracket behind it: right after the colon
 * of a missing value they would become part of the key for Go.
 */
function afterColon(node: MappingNode | SequenceNode, index: number): string {
  const item = node.kind === 'mapping' ? node : node.items[index];
  if (item?.kind !== 'mapping') return '';
  const entry = item === node ? item.entries[index] : item.bare ? item.entries.at(-1) : undefined;
  const { value, colon = -1 } = entry ?? {};
  return value?.kind === 'scalar' && value.style === 'missing' && colon >= 0 ? ' ' : '';
}

/** Puts a first element between empty brackets; a comment there keeps its lines. */
function fillEmptyFlow(
  text: string,
  node: MappingNode | SequenceNode,
  rendered: string,
  eol: string,
): TextEdit[] {
  const open = node.content;
  const close = node.range.offset + node.range.length - 1;
  const inside = text.slice(open + 1, close);
  if (!/[\r\n]/.test(inside)) {
    const pad = inside === '' ? '' : ' ';
    return [{ offset: open + 1, length: inside.length, text: pad + rendered + pad }];
  }
  const start = lineStart(text, close);
  const lines = inside.split(/\r\n|\r|\n/).filter((line) => /^\s*#/.test(line));
  const indent = /^ */.exec(lines.at(-1) ?? '')?.[0] ?? '';
  const width = Math.max(indent.length, columnOf(text, close) + (lines.length === 0 ? 2 : 0));
  return [{ offset: start, length: 0, text: ' '.repeat(width) + rendered + eol }];
}

/** Takes the elements from `index` to `lastIndex` out of a flow collection; at least one has to stay. */
export function removeFromFlow(
  text: string,
  node: MappingNode | SequenceNode,
  index: number,
  lastIndex: number,
): TextEdit[] {
  const ranges = childRanges(node);
  const range = spanning(ranges[index], ranges[lastIndex]);
  if (range === undefined) return [];
  const end = range.offset + range.length;
  const before = ranges[index - 1];
  if (before !== undefined) {
    const from = before.offset + before.length;
    if (!text.slice(from, range.offset).includes('#')) {
      return [{ offset: from, length: end - from, text: afterColon(node, index - 1) }];
    }
  }
  const after = ranges[lastIndex + 1];
  if (before === undefined && after !== undefined) {
    const between = text.slice(end, after.offset);
    if (!between.includes('#')) {
      return [{ offset: range.offset, length: after.offset - range.offset, text: '' }];
    }
  }
  // Comments stand around it: take it and one comma, and leave the lines.
  const comma = skipTrivia(text, end);
  if (text[comma] === ',') return withoutElement(range, comma);
  const previous = before === undefined ? -1 : skipTrivia(text, before.offset + before.length);
  return [
    ...(text[previous] === ',' ? [{ offset: previous, length: 1, text: '' }] : []),
    { offset: range.offset, length: range.length, text: '' },
  ];
}

function spanning(
  first: TextRange | undefined,
  last: TextRange | undefined,
): TextRange | undefined {
  if (first === undefined || last === undefined) return undefined;
  return { offset: first.offset, length: last.offset + last.length - first.offset };
}

function withoutElement(range: TextRange, comma: number): TextEdit[] {
  const end = range.offset + range.length;
  if (comma === end) return [{ offset: range.offset, length: comma + 1 - range.offset, text: '' }];
  return [
    { offset: range.offset, length: range.length, text: '' },
    { offset: comma, length: 1, text: '' },
  ];
}

export function childRanges(node: MappingNode | SequenceNode): readonly TextRange[] {
  return node.kind === 'mapping'
    ? node.entries.map((entry) => entry.range)
    : node.items.map((item) => item.range);
}
