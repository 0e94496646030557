/* How Go prints values in messages. */

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
export function quoted(text: string): string {
  let literal = '"';
  for (const character of text) {
    literal += SHORT_ESCAPES.get(character) ?? escapeUnprintable(character);
  }
  return `${literal}"`;
}

function escapeUnprintable(character: string): string {
  if (PRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x80) return `\\x${hex.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

/** JSON as encoding/json prints it: sorted where it is a map, and safe within HTML. */
export function json(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029\x7f]/g, (character) =>
    character === '\x7f' ? character : escapeForHtml(character),
  );
}

function escapeForHtml(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The keys of a map in the order in which JSON lists them: that of their bytes. */
export function sortedKeys(fields: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(fields).sort(compareBytes);
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
