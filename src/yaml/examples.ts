import { entryKey, isEmpty } from './mapping.ts';
import type { Entry, MappingNode } from './node.ts';
import { afterBreak, firstOnLine, lineEnd, lineStart } from './trivia.ts';

/** Commented-out examples, as values files show them: `# key: value` near where the key would stand. */

/** The end of the last commented-out example of `key`, in the first gap between entries that has one. */
export function pointUnderExample(
  text: string,
  mapping: MappingNode,
  key: string,
  column: number,
): number | undefined {
  const pattern = examplePattern(key);
  const { entries } = mapping;
  const first = entries[0];
  // A merge key must stay in front of what overrides it.
  const from = entries.findLastIndex((entry) => entry.merge) + 1;
  if (first !== undefined && from === 0 && firstOnLine(text, first.range.offset)) {
    const start = gapAbove(text, first.range.offset);
    const found = exampleIn(text, start, lineStart(text, first.range.offset), column, pattern);
    if (found !== undefined) return found;
  }
  for (let i = Math.max(from, 1); i <= entries.length; i++) {
    const before = entries[i - 1];
    if (before === undefined) continue;
    const start = lineEnd(text, before.range.offset + before.range.length);
    const next = entries[i];
    const end = next === undefined ? text.length : lineStart(text, next.range.offset);
    const found = exampleIn(text, afterBreak(text, start), end, column, pattern);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The end of what is commented out below the last entry of a mapping and belongs to it: an example
 * of its key, or right below an empty value the comment that says what could stand there.
 */
export function endOfOwnExample(text: string, last: Entry, column: number): number | undefined {
  const key = entryKey(last);
  const start = afterBreak(text, lineEnd(text, last.range.offset + last.range.length));
  const found =
    key === undefined
      ? undefined
      : exampleIn(text, start, text.length, column, examplePattern(key));
  return found ?? (isEmpty(last.value) ? endOfComment(text, start, column) : undefined);
}

/** The end of the comment lines at a column that begin right at `start`. */
function endOfComment(text: string, start: number, column: number): number | undefined {
  let found: number | undefined;
  for (let at = start; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (!/^ *#/.test(line) || line.indexOf('#') < column) break;
    found = end;
    at = afterBreak(text, end);
  }
  return found;
}

/** The start of the blank and comment lines above an entry. */
function gapAbove(text: string, entry: number): number {
  let start = lineStart(text, entry);
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (above >= start || !/^[ \t]*(#.*)?$/.test(text.slice(above, lineEnd(text, above)))) break;
    start = above;
  }
  return start;
}

function examplePattern(key: string): RegExp {
  const name = key.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return new RegExp(`^( *)#( *)(?:${name}|"${name}"|'${name}') *:(?: |$)`);
}

/** Looks for the last example in a stretch of blank and comment lines. */
function exampleIn(
  text: string,
  from: number,
  to: number,
  column: number,
  pattern: RegExp,
): number | undefined {
  let found: number | undefined;
  let depth: number | undefined;
  for (let at = from; at < to; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const comment = /^( *)#( *)(.*)$/.exec(line);
    // Another token, or a comment further out: what follows is about something else.
    if (comment === null ? /\S/.test(line) : (comment[1] ?? '').length < column) break;
    const match = pattern.exec(line);
    if (match !== null && (match[1] ?? '').length === column) {
      depth = (match[2] ?? '').length;
      found = end;
    } else if (comment !== null && depth !== undefined && isBelow(comment, column, depth)) {
      found = end;
    } else depth = undefined;
    const next = afterBreak(text, end);
    if (next === at) break;
    at = next;
  }
  return found;
}

/** Whether a comment line continues the example of a key that stands `depth` blanks after its `#`. */
function isBelow(comment: RegExpExecArray, column: number, depth: number): boolean {
  const [, indent = '', inner = '', content = ''] = comment;
  if (indent.length !== column || content.trim() === '') return false;
  return inner.length > depth || (inner.length === depth && /^- /.test(content));
}
