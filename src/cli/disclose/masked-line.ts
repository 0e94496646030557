import type { Stretch } from './disclosure.ts';
import { isKnownKey, isPlainKey } from './harmless.ts';

/** What stands for a character that is not printed, so that columns stay what they are. */
const mask = '*';

function masked(text: string): string {
  return text.replace(/\S/gu, (character) => mask.repeat(character.length));
}

/**
 * A line of a document that could be read, with what may not be printed masked, comments too.
 * @param stretches the keys and scalars of the document, in order
 */
export function maskedLine(
  text: string,
  start: number,
  end: number,
  stretches: readonly Stretch[],
): string {
  let line = '';
  let at = start;
  for (let index = firstAfter(stretches, start); index < stretches.length; index++) {
    const stretch = stretches[index];
    if (stretch === undefined || stretch.start >= end) break;
    line += between(text, at, Math.max(at, stretch.start));
    const from = Math.max(at, stretch.start);
    const to = Math.min(end, Math.max(from, stretch.end));
    const part = text.slice(from, to);
    line += stretch.isShown ? part : masked(part);
    at = to;
  }
  return line + between(text, at, end);
}

/** The first stretch that ends after an offset. They do not overlap, so that their ends are in order. */
function firstAfter(stretches: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What YAML's own signs are, between keys and scalars. */
const signs = /[\s\-?:,[\]{}|>&*!"'+]/;

function between(text: string, start: number, end: number): string {
  let shown = '';
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (character === '#') return `${shown}#${masked(text.slice(at + 1, end))}`;
    shown += signs.test(character) ? character : mask;
  }
  return shown;
}

/**
 * A line of a document that could not be read. Nothing is known of its scalars, so that only its
 * key is printed, if it is one.
 */
export function maskedUnread(line: string): string {
  const indent = /^[\s-]*/.exec(line)?.[0].length ?? 0;
  const lead = line.slice(0, indent);
  const content = line.slice(indent);
  const conflict = /^(?:<{7}|={7}|>{7})/.exec(line)?.[0];
  if (conflict !== undefined) return conflict + masked(line.slice(conflict.length));
  const colon = /:(?:\s|$)/.exec(content)?.index ?? -1;
  const key = colon < 0 ? '' : content.slice(0, colon);
  if (isPlainKey(key.replace(/^(["'])(.*)\1$/, '$2'))) {
    return `${lead}${key}:${maskedRest(content.slice(colon + 1))}`;
  }
  const word = /^[A-Za-z]+/.exec(content)?.[0] ?? '';
  if (isKnownKey(word)) return `${lead}${word}${masked(content.slice(word.length))}`;
  return lead + maskedRest(content);
}

/** Brackets alone, and the signs that announce a text, tell nothing. */
function maskedRest(rest: string): string {
  return /^[\s[\]{}|>+-]*$/.test(rest) ? rest : masked(rest);
}
