/**
 * How Helm reads a scalar: sigs.k8s.io/yaml on go-yaml v2, which is YAML 1.1 with exceptions of its own.
 * Timestamps and base 60 numbers stay text, `08` is 8, and `0o17` counts as octal too.
 */
export type ScalarValue = string | number | boolean | null;

const words = new Map<string, ScalarValue>();
for (const word of ['', '~', 'null', 'Null', 'NULL']) words.set(word, null);
for (const word of 'y Y yes Yes YES true True TRUE on On ON'.split(' ')) words.set(word, true);
for (const word of 'n N no No NO false False FALSE off Off OFF'.split(' ')) words.set(word, false);
for (const word of ['.nan', '.NaN', '.NAN']) words.set(word, Number.NaN);
for (const word of ['.inf', '.Inf', '.INF']) {
  words.set(word, Number.POSITIVE_INFINITY);
  words.set(`+${word}`, Number.POSITIVE_INFINITY);
  words.set(`-${word}`, Number.NEGATIVE_INFINITY);
}

const integer = /^([+-]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]*|[1-9][0-9]*)$/;
const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const dottedFloat = /^\.[0-9]+([eE][-+]?[0-9]+)?$/;

/** The value of a plain (unquoted) scalar without a tag. */
export function resolvePlain(text: string): ScalarValue {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (dottedFloat.test(text)) return finite(text) ?? text;
  if (!/^[-+0-9]/.test(text)) return text;
  const digits = text.replaceAll('_', '');
  return resolveInteger(digits) ?? (float.test(digits) ? finite(digits) : undefined) ?? text;
}

/** go-yaml leaves a number that overflows as the text it was. */
function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function resolveInteger(digits: string): number | undefined {
  const match = integer.exec(digits);
  if (match === null) return undefined;
  const [, sign = '', body = ''] = match;
  const octal = /^0[0-7]+$/.test(body) ? `0o${body.slice(1)}` : body;
  const size = BigInt(octal);
  const fits = sign === '' ? size < 2n ** 64n : sign === '+' ? size < 2n ** 63n : size <= 2n ** 63n;
  if (!fits) return undefined;
  const value = Number(size);
  return sign === '-' && value !== 0 ? -value : value;
}

/** The short name of a tag: `str` for `!!str`, `!` for the bare one, undefined for a tag of an application's own. */
export function tagName(tag: string): string | undefined {
  if (tag === '!') return '!';
  const match = /^(?:!!|!<tag:yaml\.org,2002:)([^>]*)>?$/.exec(tag);
  return match?.[1];
}

/**
 * The value of a scalar that carries a tag.
 * @returns undefined where Helm would refuse it, such as `!!int yes`.
 */
export function resolveTagged(tag: string, text: string): ScalarValue | undefined {
  const value = resolvePlain(text);
  switch (tagName(tag)) {
    case 'null':
      return value === null ? null : undefined;
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return typeof value === 'number' && isIntegerText(text) ? value : undefined;
    case 'float':
      return typeof value === 'number' && !isUnsignedOnly(text, value) ? value : undefined;
    case 'timestamp':
      return isDate(text) ? text : undefined;
    case 'binary':
      return fromBase64(text);
    default:
      return text;
  }
}

/** Whether a plain scalar has the form of a whole number. */
export function isIntegerText(text: string): boolean {
  return integer.test(text.replaceAll('_', ''));
}

/** Helm makes no float of a whole number that needs all 64 bits. */
function isUnsignedOnly(text: string, value: number): boolean {
  return isIntegerText(text) && value >= 2 ** 63 && value <= 2 ** 64;
}

/** Of all points in time that Helm takes, only days are read here. */
function isDate(text: string): boolean {
  const [year, month, day] = /^\d{4}-\d{1,2}-\d{1,2}$/.exec(text)?.[0].split('-').map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decodes as Go does: with padding, and line breaks but no blanks within. Without atob, which is part of the DOM. */
function fromBase64(text: string): string | undefined {
  const padded = text.replace(/[\r\n]/g, '');
  if (padded.length % 4 !== 0) return undefined;
  const digits = padded.slice(0, padded.length - (/={1,2}$/.exec(padded)?.[0].length ?? 0));
  const percent: string[] = [];
  let bits = 0;
  let count = 0;
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      percent.push(`%${((bits >> count) & 0xff).toString(16).padStart(2, '0')}`);
    }
  }
  try {
    return decodeURIComponent(percent.join(''));
  } catch {
    return undefined;
  }
}

/** A key as Helm spells it in JSON: `1_000` is "1000", `on` is "true". */
export function keyText(value: ScalarValue): string {
  if (value === Number.POSITIVE_INFINITY) return '.inf';
  if (value === Number.NEGATIVE_INFINITY) return '-.inf';
  if (Number.isNaN(value)) return '.nan';
  return String(value);
}
