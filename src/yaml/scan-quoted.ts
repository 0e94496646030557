import { type Cursor, isBlank, isBlankOrEnd, isBreak } from './cursor.ts';
import { ReadError } from './read-error.ts';
import type { Token } from './token.ts';

/** Reads the quoted scalar at the cursor, and moves behind its closing quote. */
export function scanQuoted(cursor: Cursor): Token {
  const { text } = cursor;
  const start = cursor.at;
  const quote = cursor.code;
  const single = quote === apostrophe;
  const parts: string[] = [];
  cursor.at++;
  for (;;) {
    if (cursor.atDocumentMark() || cursor.at >= text.length) {
      throw new ReadError('quote-open', cursor.at, start);
    }
    const escaped = single ? singleWord(cursor, parts) : doubleWord(cursor, parts, start);
    if (cursor.code === quote) break;
    parts.push(gap(cursor, escaped));
  }
  cursor.at++;
  return {
    kind: 'scalar',
    start,
    end: cursor.at,
    text: parts.join(''),
    style: single ? 'single' : 'double',
  };
}

const apostrophe = 39;
const doubleQuote = 34;
const backslash = 92;

function singleWord(cursor: Cursor, parts: string[]): boolean {
  const { text } = cursor;
  for (;;) {
    const from = cursor.at;
    while (!isBlankOrEnd(cursor.code) && cursor.code !== apostrophe) cursor.at++;
    parts.push(text.slice(from, cursor.at));
    if (cursor.code !== apostrophe || text.charCodeAt(cursor.at + 1) !== apostrophe) return false;
    parts.push("'");
    cursor.at += 2;
  }
}

/** @returns whether the word ended with an escaped line break, which is taken, too */
function doubleWord(cursor: Cursor, parts: string[], start: number): boolean {
  const { text } = cursor;
  for (;;) {
    const from = cursor.at;
    while (!isBlankOrEnd(cursor.code) && cursor.code !== doubleQuote && cursor.code !== backslash) {
      cursor.at++;
    }
    parts.push(text.slice(from, cursor.at));
    if (cursor.code !== backslash) return false;
    if (isBreak(text.charCodeAt(cursor.at + 1))) {
      cursor.at++;
      cursor.takeBreak();
      return true;
    }
    parts.push(escaped(cursor, start));
  }
}

/** The blanks and breaks between two words, folded. */
function gap(cursor: Cursor, afterEscapedBreak: boolean): string {
  const { text } = cursor;
  const from = cursor.at;
  let breaks = 0;
  while (isBlank(cursor.code) || isBreak(cursor.code)) {
    if (isBreak(cursor.code)) {
      cursor.takeBreak();
      breaks++;
    } else cursor.at++;
  }
  if (afterEscapedBreak) return '\n'.repeat(breaks);
  if (breaks === 0) return text.slice(from, cursor.at);
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
const lengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** The character that the escape at the cursor stands for. */
function escaped(cursor: Cursor, start: number): string {
  const { text } = cursor;
  const at = cursor.at;
  const letter = text[at + 1] ?? '';
  cursor.at += 2;
  const char = escapes.get(letter);
  if (char !== undefined) return char;
  const length = lengths.get(letter);
  const digits = text.slice(cursor.at, cursor.at + (length ?? 0));
  if (length === undefined || digits.length < length || !/^[0-9a-fA-F]+$/.test(digits)) {
    // A quote that is missing further up makes of a word such as `C:\x` an escape.
    throw new ReadError('bad-escape', at, start);
  }
  cursor.at += length;
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw new ReadError('surrogate-escape', at, start);
  }
  return String.fromCodePoint(code);
}
