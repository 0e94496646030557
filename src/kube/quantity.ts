/*
 * Kubernetes quantities: `500m`, `2Gi`, `1e3`, as k8s.io/apimachinery/pkg/api/resource reads,
 * compares, rounds and prints them. Every step takes time in proportion to the text: digits stay
 * text, and only binary amounts, which upstream caps at 2^63-1, are ever multiplied.
 */

export type Format = 'DecimalSI' | 'DecimalExponent' | 'BinarySI';

/** Whether a decoded value is a quantity. */
export function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'digits' in value && 'exponent' in value;
}

/** An exact amount: its digits times ten to the exponent. */
export interface Quantity {
  readonly negative: boolean;
  /** Without zeros at either end; empty for nothing. */
  readonly digits: string;
  readonly exponent: number;
  readonly format: Format;
  /** How it was written, where upstream prints it so again. */
  readonly written?: string;
}

/** Why a text is no quantity, in upstream's words. */
export interface QuantityError {
  readonly error: string;
}

const FORMAT_ERROR: QuantityError = {
  error:
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
};
const NUMERIC_ERROR: QuantityError = { error: 'unable to parse numeric part of quantity' };
const SUFFIX_ERROR: QuantityError = { error: "unable to parse quantity's suffix" };

export const DECIMAL_EXPONENTS = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
export const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const LARGEST_BINARY = 2n ** 63n - 1n;
const MAX_WHOLE_DIGITS = 18;
const NANO = -9;
/** So many decimal places hold every amount below 1Ei exactly, down to a billionth. */
const BINARY_PLACES = 70;
/** The most digits of which upstream is sure that they fit into 64 bits. */
const SURE_DIGITS = 18;
const SURE_BINARY_DIGITS = 14;

const SPACE = /[ \u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

const ZERO: Quantity = { negative: false, digits: '', exponent: 0, format: 'DecimalSI' };

/**
 * Reads a quantity as it stands in an object.
 * @param value a text or a number; anything else is an error, as it is for the API server
 */
export function readQuantity(value: unknown): Quantity | QuantityError {
  if (typeof value === 'string') return parse(trimSpace(value));
  return typeof value === 'number' ? parse(String(value)) : FORMAT_ERROR;
}

/** The amount of a quantity, rounded to a number; undefined if it is none. */
export function quantityAmount(value: unknown): number | undefined {
  const quantity = readQuantity(value);
  if ('error' in quantity) return undefined;
  const amount = Number(`0${quantity.digits}e${quantity.exponent}`);
  return quantity.negative ? -amount : amount;
}

/** Spaces at the ends that Go's strings.TrimSpace takes away and that JSON doesn't escape. */
function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function parse(text: string): Quantity | QuantityError {
  if (text === '') return FORMAT_ERROR;
  const parts = split(text);
  if (parts === undefined) return FORMAT_ERROR;
  const meaning = interpret(parts.suffix);
  if (meaning === undefined) return SUFFIX_ERROR;
  return meaning.format === 'BinarySI'
    ? binary(text, parts, meaning.exponent)
    : decimal(text, parts, meaning.exponent, meaning.format);
}

interface Parts {
  readonly negative: boolean;
  /** Digits before the point, without zeros in front. */
  readonly whole: string;
  /** Digits after it. */
  readonly fraction: string;
  readonly suffix: string;
  readonly hasDigits: boolean;
}

/** Cuts a quantity at its point and its suffix; undefined if something else follows. */
function split(text: string): Parts | undefined {
  const start = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  const point = endOfDigits(text, start);
  const dotted = text[point] === '.';
  const end = dotted ? endOfDigits(text, point + 1) : point;
  const suffix = text.slice(end);
  if (!/^[eEinumkKMGTP]*[-+]?[0-9]*$/.test(suffix)) return undefined;
  const fraction = dotted ? text.slice(point + 1, end) : '';
  const whole = text.slice(start, point);
  return {
    negative: text.startsWith('-'),
    whole: withoutLeadingZeros(whole),
    fraction,
    suffix,
    hasDigits: whole !== '' || fraction !== '',
  };
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function interpret(suffix: string): { exponent: number; format: Format } | undefined {
  const power = DECIMAL_EXPONENTS.get(suffix);
  if (power !== undefined) return { exponent: power, format: 'DecimalSI' };
  const binaryPower = BINARY_SUFFIXES.indexOf(suffix);
  if (binaryPower > 0) return { exponent: 10 * binaryPower, format: 'BinarySI' };
  if (!/^[eE][+-]?[0-9]+$/.test(suffix)) return undefined;
  const exponent = int64(suffix.slice(1));
  return exponent === undefined ? undefined : { exponent, format: 'DecimalExponent' };
}

/** A whole number of 64 bits, cut to its lower 32, as upstream does; undefined if it has more. */
function int64(text: string): number | undefined {
  const digits = withoutLeadingZeros(text.replace(/^[+-]/, ''));
  if (digits.length > 19) return undefined;
  const number = BigInt(digits) * (text.startsWith('-') ? -1n : 1n);
  if (BigInt.asIntN(64, number) !== number) return undefined;
  return Number(BigInt.asIntN(32, number));
}

function decimal(text: string, parts: Parts, exponent: number, format: Format) {
  const { negative, whole, fraction } = parts;
  const scale = (exponent - fraction.length) | 0;
  const shifted = (whole || '0') + fraction;
  const exact = normal(negative, shifted, scale, format);
  if (shifted.length <= SURE_DIGITS && scale >= NANO) {
    const canonical = scale % 3 === 0 && !shifted.endsWith('000') && !shifted.startsWith('0');
    return canonical || text === '0' ? { ...exact, written: text } : exact;
  }
  return parts.hasDigits ? roundUp(exact, NANO) : NUMERIC_ERROR;
}

function binary(text: string, parts: Parts, power: number): Quantity {
  const { negative, whole, fraction } = parts;
  const format = 'BinarySI';
  const sure = SURE_BINARY_DIGITS - Math.trunc(power * 0.3);
  if (fraction === '' && (whole || '0').length <= sure) {
    const value = BigInt(whole);
    const exact = normal(negative, String(value << BigInt(power)), 0, format);
    return (value & 7n) === 0n ? exact : { ...exact, written: text };
  }
  if (whole.length > 19) return normal(negative, String(LARGEST_BINARY), 0, format);
  const rest = withoutTrailingZeros(fraction);
  const beyond = rest.length > BINARY_PLACES ? '1' : '';
  const places = rest.slice(0, BINARY_PLACES) + beyond;
  const product = BigInt(whole + places) << BigInt(power);
  const rounded = roundUp(normal(negative, String(product), -places.length, format), NANO);
  const size = { ...rounded, negative: false };
  const largest = normal(negative, String(LARGEST_BINARY), 0, format);
  if (compareQuantities(size, { ...largest, negative: false }) > 0) return largest;
  return compareQuantities(size, wholeQuantity(1)) < 0 && rounded.digits !== ''
    ? { ...rounded, format: 'DecimalSI' }
    : rounded;
}

function normal(negative: boolean, text: string, exponent: number, format: Format): Quantity {
  const significant = withoutLeadingZeros(text);
  const digits = withoutTrailingZeros(significant);
  if (digits === '') return { ...ZERO, format };
  return { negative, digits, exponent: exponent + significant.length - digits.length, format };
}

function withoutLeadingZeros(text: string): string {
  let start = 0;
  while (text[start] === '0') start += 1;
  return text.slice(start);
}

function withoutTrailingZeros(text: string): string {
  let end = text.length;
  while (text[end - 1] === '0') end -= 1;
  return text.slice(0, end);
}

/** A whole number as a quantity. */
export function wholeQuantity(amount: number): Quantity {
  return normal(amount < 0, String(Math.abs(amount)), 0, 'DecimalSI');
}

/** Away from zero, to a multiple of ten to the power: -3 for thousandths. */
export function roundUp(quantity: Quantity, power: number): Quantity {
  const { digits, exponent, negative, format } = quantity;
  if (digits === '' || exponent >= power) return quantity;
  const kept = digits.length + exponent - power;
  const head = kept > 0 ? digits.slice(0, kept) : '';
  return normal(negative, increment(head), power, format);
}

function increment(digits: string): string {
  let nines = digits.length;
  while (digits[nines - 1] === '9') nines -= 1;
  const head = digits.slice(0, nines);
  const raised = head === '' ? '1' : head.slice(0, -1) + (Number(head.slice(-1)) + 1);
  return raised + '0'.repeat(digits.length - nines);
}

/** -1 for less than nothing, 0 for nothing, 1 for more. */
export function signOf({ digits, negative }: Quantity): -1 | 0 | 1 {
  if (digits === '') return 0;
  return negative ? -1 : 1;
}

/** Below zero if a is less than b, above if it is more. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const sign = signOf(a);
  if (sign !== signOf(b)) return sign - signOf(b);
  return sign < 0 ? compareSizes(b, a) : compareSizes(a, b);
}

/** As compareQuantities, without regard to signs. */
export function compareSizes(a: Quantity, b: Quantity): number {
  const longer = a.digits.length + a.exponent - (b.digits.length + b.exponent);
  if (longer !== 0) return longer;
  if (a.digits === b.digits) return 0;
  return a.digits < b.digits ? -1 : 1;
}

/** Whether nothing is left behind the point. */
export function isWhole(quantity: Quantity): boolean {
  return quantity.exponent >= 0 || quantity.digits === '';
}

/** The amount rounded up to a whole number; no more than 64 bits of it. */
export function wholeAmount(quantity: Quantity): bigint {
  const { digits, exponent, negative } = roundUp(quantity, 0);
  if (digits.length + exponent > MAX_WHOLE_DIGITS) return LARGEST_BINARY;
  const size = BigInt(digits + '0'.repeat(exponent));
  return negative ? -size : size;
}
