import { nameAt } from './characters.ts';
import type { ScalarNode } from './node.ts';
import type { YamlProblem } from './problem.ts';

/**
 * Characters that come with text copied from a web page or a word processor, and look like blanks,
 * like nothing, or like the signs of YAML: for Helm they are letters.
 */
const unseen =
  /[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000]/u;
const unseenAtEdge = new RegExp(`^${unseen.source}|${unseen.source}$`, 'u');
/** Without width, and with no meaning in any language; joiners have one. */
const neverMeant = /[\u00ad\u200b\u2060-\u2064]/u;
const curlyQuote = /^[\u2018\u2019\u201a-\u201f]/u;
const curlyQuoted = /^[\u2018\u2019\u201a-\u201f].*[\u2018\u2019\u201a-\u201f]$/su;
/** Whether a text may stand plain as a key, with no sign in it that is not seen for what it is. */
export function isSeenAsKey(text: string): boolean {
  return !unseen.test(text) && !curlyQuote.test(text);
}

/** Whether a text may stand plain as a value: between quotes it is plainly meant as it is. */
export function isSeenAsValue(text: string): boolean {
  return !unseenAtEdge.test(text) && !neverMeant.test(text) && !curlyQuoted.test(text);
}

/** What of a plain key is a look-alike: each makes of it another key than the one that is seen. */
export function keyLookAlikes({ style, value, range, content }: ScalarNode): YamlProblem[] {
  if (style !== 'plain' || typeof value !== 'string') return [];
  const at = value.search(unseen);
  if (at >= 0) return [inScalar(value, at, content, range.offset + range.length, 'key')];
  return curlyQuote.test(value) ? [curly(value, content, 'key')] : [];
}

/** What of a plain value is a look-alike that cannot be meant. */
export function valueLookAlikes({ style, value, range, content }: ScalarNode): YamlProblem[] {
  if (style !== 'plain' || typeof value !== 'string') return [];
  const edge = unseenAtEdge.exec(value);
  const at = edge?.index ?? value.search(neverMeant);
  if (at >= 0) return [inScalar(value, at, content, range.offset + range.length, 'value')];
  return curlyQuoted.test(value) ? [curly(value, content, 'value')] : [];
}

/** @param end where the scalar ends; folded lines make the value shorter than the text */
function inScalar(
  value: string,
  at: number,
  start: number,
  end: number,
  part: 'key' | 'value',
): YamlProblem {
  const isLast = at === value.length - 1;
  const offset = isLast ? end - 1 : Math.min(start + at, end - 1);
  return {
    code: 'syntax',
    message: `An invisible character is part of this ${part}: ${nameAt(value, at)}.`,
    remedy:
      part === 'key'
        ? 'Put an ordinary space in its place, or delete it.'
        : 'Put an ordinary space in its place, or delete it; or put the value between quotes.',
    range: { offset, length: 1 },
  };
}

function curly(value: string, offset: number, part: 'key' | 'value'): YamlProblem {
  return {
    code: 'syntax',
    message: `A curly quote does not quote, and is part of this ${part}: ${nameAt(value, 0)}.`,
    remedy: 'Write straight quotes (") instead, or put straight quotes round it all.',
    range: { offset, length: 1 },
  };
}
