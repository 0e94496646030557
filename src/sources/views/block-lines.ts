import type { MappingNode, ScalarNode } from '../../yaml/node.ts';
import { afterBreak, breakBefore, columnOf, lineEnd, lineStart } from '../../yaml/trivia.ts';
import type { HostLine, Lines } from './line-view.ts';

/**
 * The lines of a block mapping: from the line below its key to the last line of its last value,
 * and the comments after that which are indented as it is. Comments may be indented less.
 */
export function mappingLines(host: string, node: MappingNode): Lines {
  const indent = columnOf(host, node.content);
  const start = firstLine(host, node.content);
  const lastLine = lineEnd(host, node.range.offset + node.range.length);
  const end = commentsEnd(host, afterBreak(host, lastLine), indent);
  return { host, lines: linesOf(host, start, end, indent), end, indent };
}

/** Where the lines above a first key begin that are blank or comments. */
function firstLine(host: string, content: number): number {
  let start = lineStart(host, content);
  for (;;) {
    const before = lineStart(host, breakBefore(host, start));
    const line = host.slice(before, lineEnd(host, before));
    if (before >= start || !/^[ \t]*(?:#|$)/.test(line)) return start;
    start = before;
  }
}

/** Where the comments end that follow a block and are indented as far as it is. */
function commentsEnd(host: string, from: number, indent: number): number {
  let end = from;
  let at = from;
  while (at < host.length) {
    const line = host.slice(at, lineEnd(host, at));
    const blanks = /^ */.exec(line)?.[0].length ?? 0;
    const next = afterBreak(host, at + line.length);
    if (line[blanks] === '#' && blanks >= indent) end = next;
    else if (line.trim() !== '') break;
    at = next;
  }
  return end;
}

/**
 * The lines of a literal text, as many blanks stripped as YAML strips. The line break after its
 * last line is the text's own where YAML keeps it.
 * @param parent the column of the keys beside the text's
 */
export function literalLines(host: string, node: ScalarNode, parent: number): Lines {
  const header = host.slice(node.content, lineEnd(host, node.content));
  const digit = /^\|[-+]?([1-9])/.exec(header)?.[1];
  const start = afterBreak(host, node.content + header.length);
  const lastLine = lineEnd(host, node.range.offset + node.range.length);
  const indent = digit === undefined ? shownIndent(host, start, lastLine) : parent + Number(digit);
  const isClosed = typeof node.value === 'string' && node.value.endsWith('\n');
  const end = isClosed ? afterBreak(host, lastLine) : lastLine;
  const mark = { offset: node.content + 1, digit: indent - parent };
  return {
    host,
    lines: linesOf(host, start, end, indent),
    end,
    indent,
    mark: digit === undefined ? mark : undefined,
  };
}

/** The indentation of the first line with anything on it. */
function shownIndent(host: string, start: number, end: number): number {
  return /^(?: *\r?\n| *\r)*( *)/.exec(host.slice(start, end))?.[1]?.length ?? 0;
}

function linesOf(host: string, start: number, end: number, indent: number): readonly HostLine[] {
  const lines: HostLine[] = [];
  let at = start;
  do {
    const lineStop = lineEnd(host, at);
    let front = 0;
    while (front < indent && at + front < Math.min(lineStop, end) && host[at + front] === ' ') {
      front++;
    }
    lines.push({ start: at, front });
    at = afterBreak(host, lineStop);
  } while (at < end);
  return lines;
}
