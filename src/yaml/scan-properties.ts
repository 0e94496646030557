import { type Cursor, isBlank, isBlankOrEnd, isBreakOrEnd, isNameChar } from './cursor.ts';
import { ReadError } from './read-error.ts';
import type { Token } from './token.ts';

/** Reads the `&name` or `*name` at the cursor. */
export function scanAnchor(cursor: Cursor): Token {
  const { text } = cursor;
  const start = cursor.at;
  const kind = text[start] === '&' ? 'anchor' : 'alias';
  cursor.at++;
  while (isNameChar(cursor.code)) cursor.at++;
  const name = text.slice(start + 1, cursor.at);
  const follower = text[cursor.at] ?? '';
  if (name === '' || !(isBlankOrEnd(cursor.code) || '?:,]}%@`'.includes(follower))) {
    throw new ReadError('bad-anchor', start);
  }
  return { kind, start, end: cursor.at, text: name, style: undefined };
}

/** What a tag may be made of after its `!`; no `%`, which would spell characters by their codes. */
const tagChars = /[\w\-;/?:@&=+$,.!~*'()[\]]*/y;

/**
 * Reads the tag at the cursor. Only the handles `!` and `!!` are known, and no escapes: Helm
 * reads more, and no values file has it.
 */
export function scanTag(cursor: Cursor): Token {
  const { text } = cursor;
  const start = cursor.at;
  const verbatim = text[start + 1] === '<';
  tagChars.lastIndex = start + (verbatim ? 2 : 1);
  const name = tagChars.exec(text)?.[0] ?? '';
  cursor.at = start + 1 + name.length;
  if (verbatim) {
    cursor.at += 2;
    if (name === '' || text[cursor.at - 1] !== '>') throw new ReadError('bad-tag', start);
  }
  const handle = /^[\w-]*!/.exec(name)?.[0];
  const unknown = !verbatim && handle !== undefined && (handle !== '!' || name === '!');
  if (unknown || !isBlankOrEnd(cursor.code)) throw new ReadError('bad-tag', start);
  return {
    kind: 'tag',
    start,
    end: cursor.at,
    text: text.slice(start, cursor.at),
    style: undefined,
  };
}

/** Reads the `%YAML 1.1` at the cursor; Helm takes no other version, and `%TAG` is not read here. */
export function scanDirective(cursor: Cursor): Token {
  const { text } = cursor;
  const start = cursor.at;
  const name = /^%(\w*)/.exec(text.slice(start, start + 8))?.[1];
  if (name === 'TAG') throw new ReadError('tag-directive', start);
  if (name !== 'YAML') throw new ReadError('bad-directive', start);
  cursor.at += 5;
  if (!isBlank(cursor.code)) throw new ReadError('bad-directive', start);
  cursor.skipBlanks();
  const version = /^[0-9]{1,2}\.[0-9]{1,2}(?![0-9])/.exec(
    text.slice(cursor.at, cursor.at + 8),
  )?.[0];
  if (version === undefined) throw new ReadError('bad-directive', start);
  if (!/^0?1\.0?1$/.test(version)) throw new ReadError('version', start);
  cursor.at += version.length;
  cursor.skipBlanks();
  if (cursor.code === 35) cursor.skipToLineEnd();
  if (!isBreakOrEnd(cursor.code)) throw new ReadError('bad-directive', start);
  return {
    kind: 'version-directive',
    start,
    end: start + 5,
    text: version,
    style: undefined,
  };
}
