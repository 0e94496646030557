import { type Cursor, isBlank, isBlankOrEnd, isBreak } from './cursor.ts';
import { ReadError } from './read-error.ts';
import type { Token } from './token.ts';

/**
 * Reads the plain scalar at the cursor, and moves behind it and the blanks and breaks after it.
 * @param indent the column of the block around it, -1 at the top
 * @returns the token, and whether a line break follows it
 */
export function scanPlain(
  cursor: Cursor,
  indent: number,
  inFlow: boolean,
): { readonly token: Token; readonly broken: boolean } {
  const { text } = cursor;
  const start = cursor.at;
  let value = '';
  let end = start;
  let blanks = '';
  let breaks = 0;
  for (;;) {
    if (cursor.atDocumentMark() || cursor.code === hash) break;
    const from = cursor.at;
    cursor.at = wordEnd(text, from, inFlow);
    if (cursor.at > from) {
      value += separator(blanks, breaks) + text.slice(from, cursor.at);
      end = cursor.at;
      breaks = 0;
    }
    if (!isBlank(cursor.code) && !isBreak(cursor.code)) break;
    const after = cursor.at;
    let first = -1;
    while (isBlank(cursor.code) || isBreak(cursor.code)) {
      if (isBreak(cursor.code)) {
        if (breaks === 0) first = cursor.at;
        cursor.takeBreak();
        breaks++;
      } else {
        if (breaks > 0 && cursor.column <= indent && cursor.code === tab) {
          throw new ReadError('tab-in-text', cursor.at, start);
        }
        cursor.at++;
      }
    }
    blanks = first < 0 ? text.slice(after, cursor.at) : '';
    if (!inFlow && cursor.column <= indent) break;
  }
  return { token: { kind: 'scalar', start, end, text: value, style: 'plain' }, broken: breaks > 0 };
}

const tab = 9;
const hash = 35;
const colon = 58;

/** How the lines and words of a scalar are joined: one break is a blank, more are one fewer. */
function separator(blanks: string, breaks: number): string {
  if (breaks === 0) return blanks;
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

/** Where the run of characters that are no blanks ends, or the scalar does. */
function wordEnd(text: string, from: number, inFlow: boolean): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (isBlankOrEnd(code)) return at;
    if (code === colon && isBlankOrEnd(text.charCodeAt(at + 1))) return at;
    if (inFlow && isFlowEnd(code)) return at;
  }
}

/** One of `, ? [ ] { }`. */
function isFlowEnd(code: number): boolean {
  return code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125;
}
