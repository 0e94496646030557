import { type Cursor, isBlank, isBreak, isBreakOrEnd } from './cursor.ts';
import { ReadError } from './read-error.ts';
import type { Token } from './token.ts';

/**
 * Reads the literal or folded scalar whose `|` or `>` is at the cursor, and moves to the line after it.
 * Its token ends after its last line of text; with `+` the empty lines belong to it.
 * @param parent the column of the block around it, -1 at the top
 */
export function scanBlock(cursor: Cursor, parent: number): Token {
  const { text } = cursor;
  const start = cursor.at;
  const folded = cursor.code === greater;
  const { chomp, step, end: headerEnd } = header(cursor);
  let indent = step === 0 ? 0 : Math.max(parent, 0) + step;
  const parts: string[] = [];
  let end = headerEnd;
  let leadingBreak = '';
  let blankBefore = false;
  let breaks = 0;
  const skipBreaks = (): void => {
    const found = emptyLines(cursor, indent, parent, start);
    breaks = found.breaks;
    indent = found.indent;
  };
  skipBreaks();
  while (cursor.column === indent && cursor.at < text.length) {
    const blank = isBlank(cursor.code);
    if (folded && !blankBefore && !blank && leadingBreak !== '') {
      if (breaks === 0) parts.push(' ');
    } else parts.push(leadingBreak);
    if (breaks > 0) parts.push('\n'.repeat(breaks));
    blankBefore = blank;
    const from = cursor.at;
    cursor.skipToLineEnd();
    parts.push(text.slice(from, cursor.at));
    end = cursor.at;
    // A line that the end of the file cuts off has no break.
    leadingBreak = cursor.at < text.length ? cursor.takeBreak() : '';
    skipBreaks();
  }
  if (chomp !== '-') parts.push(leadingBreak);
  if (chomp === '+') {
    if (breaks > 0) {
      parts.push('\n'.repeat(breaks));
      end = Math.max(end, breakBefore(text, cursor.lineStart));
    }
  }
  return {
    kind: 'scalar',
    start,
    end,
    text: parts.join(''),
    style: folded ? 'folded' : 'literal',
  };
}

const greater = 62;

/** Reads what follows the `|` or `>` on its line, the break included. */
function header(cursor: Cursor): {
  readonly chomp: string;
  readonly step: number;
  readonly end: number;
} {
  const { text } = cursor;
  const start = cursor.at;
  const signs = /^[|>](?:[-+][0-9]?|[0-9][-+]?)?/.exec(text.slice(start, start + 3))?.[0] ?? '';
  const step = /[0-9]/.exec(signs)?.[0];
  if (step === '0') throw new ReadError('block-indicator', start);
  const chomp = /[-+]/.exec(signs)?.[0] ?? '';
  cursor.at += signs.length;
  const end = cursor.at;
  cursor.skipBlanks();
  if (cursor.code === 35) cursor.skipToLineEnd();
  if (!isBreakOrEnd(cursor.code)) throw new ReadError('block-header', cursor.at, start);
  if (cursor.at < text.length) cursor.takeBreak();
  return { chomp, step: Number(step ?? 0), end };
}

/**
 * Steps over indentation and empty lines.
 * @param indent 0 if it is still to be found: it is that of the deepest line up to the first of text
 */
function emptyLines(
  cursor: Cursor,
  indent: number,
  parent: number,
  start: number,
): { readonly breaks: number; readonly indent: number } {
  let breaks = 0;
  let deepest = 0;
  for (;;) {
    while ((indent === 0 || cursor.column < indent) && cursor.code === 32) cursor.at++;
    deepest = Math.max(deepest, cursor.column);
    if ((indent === 0 || cursor.column < indent) && cursor.code === 9) {
      throw new ReadError('tab-in-text', cursor.at, start);
    }
    if (!isBreak(cursor.code)) break;
    cursor.takeBreak();
    breaks++;
  }
  return { breaks, indent: indent === 0 ? Math.max(deepest, parent + 1, 1) : indent };
}

/** The offset of the line break that ends at `start`. */
function breakBefore(text: string, start: number): number {
  return text[start - 1] === '\n' && text[start - 2] === '\r' ? start - 2 : start - 1;
}
