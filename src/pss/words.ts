/** The wording that all checks share: quoting, plurals, and the order in which values are named. */

/** Values in quotes and separated by commas. Quotes within a value stay as they are. */
export function joinQuote(values: readonly string[]): string {
  let list = '';
  for (const value of values) list += list === '' ? `"${value}"` : `, "${value}"`;
  return list;
}

export function pluralize(one: string, many: string, count: number): string {
  return count === 1 ? one : many;
}

/** Each value once, in the order of its UTF-8 bytes, which is the order of Go's strings. */
export function sortedSet(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)].sort(compareBytes);
}

/** Orders by code point. JavaScript's own order differs above U+FFFF. */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Puts the surrogates, which stand for everything above U+FFFF, after the other code units. */
function rank(codeUnit: number): number {
  return (codeUnit & 0xf800) === 0xd800 ? codeUnit + 0x10000 : codeUnit;
}

const SHORT_ESCAPES = new Map([
  ['\x07', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

/** Letters, marks, numbers, punctuation, symbols and the space: what Go prints unescaped. */
const PRINTABLE = /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;

/** A double-quoted Go string literal, as `%q` prints it. */
export function goQuote(text: string): string {
  let quoted = '"';
  for (const character of text) {
    quoted += SHORT_ESCAPES.get(character) ?? escapeUnprintable(character);
  }
  return `${quoted}"`;
}

function escapeUnprintable(character: string): string {
  if (PRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x80) return `\\x${hex.padStart(2, '0')}`;
  return character.length === 1 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
