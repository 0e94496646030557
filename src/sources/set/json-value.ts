import { isObject } from '../../yaml/value.ts';

/** A value of JSON at the beginning of a text, and where it ends. */
export type JsonValue = { readonly value: unknown; readonly end: number } | undefined;

/** Deeper values than these are not read in a values file either. */
const maxDepth = 100;

/**
 * Reads the value of JSON that begins at an offset, whatever follows it, as Go's decoder does.
 * @returns undefined where there is none
 */
export function jsonValueAt(text: string, offset: number): JsonValue {
  const end = endOf(text, offset);
  if (end === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(offset, end));
    return isSound(value, 0) ? { value, end } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const quoted = /"(?:[^"\\]|\\[\s\S])*"/y;

function endOf(text: string, offset: number): number | undefined {
  const first = text.charAt(offset);
  if (first === '"') return matchEnd(quoted, text, offset);
  if (first === '{' || first === '[') return bracketsEnd(text, offset);
  return matchEnd(/true|false|null/y, text, offset) ?? numberEnd(text, offset);
}

/** A number that goes on as no number does is none, rather than a shorter one. */
function numberEnd(text: string, offset: number): number | undefined {
  const pattern = /-?(?:0|[1-9]\d*)(?<fraction>\.\d+)?(?<exponent>e[+-]?\d+)?/iy;
  pattern.lastIndex = offset;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const next = text.charAt(pattern.lastIndex);
  const { fraction, exponent } = match.groups ?? {};
  if (exponent === undefined && /[eE]/.test(next)) return undefined;
  if (exponent === undefined && fraction === undefined && next === '.') return undefined;
  return pattern.lastIndex;
}

function bracketsEnd(text: string, offset: number): number | undefined {
  let depth = 0;
  for (let at = offset; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      const end = matchEnd(quoted, text, at);
      if (end === undefined) return undefined;
      at = end - 1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function matchEnd(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Whether every number can be held, and nothing lies too deep. */
function isSound(value: unknown, depth: number): boolean {
  if (depth > maxDepth) return false;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every((item) => isSound(item, depth + 1));
  return !isObject(value) || Object.values(value).every((one) => isSound(one, depth + 1));
}
