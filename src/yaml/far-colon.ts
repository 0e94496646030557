import type { YamlProblem } from './problem.ts';
import type { ReadFailure } from './read-document.ts';
import { keyLimit } from './structure.ts';
import { afterBreak, firstOnLine, lineEnd, lineStart } from './trivia.ts';

/** A key and the colon behind it, by their offsets. */
interface Pair {
  readonly key: number;
  readonly colon: number;
}

/**
 * A key has its colon on its own line, and not far from its beginning; elsewhere the colon is read
 * as something out of place.
 */
export function farColon(text: string, failure: ReadFailure): YamlProblem | undefined {
  const pair = colonReached(text, failure) ?? colonAhead(text, failure);
  if (pair === undefined) return undefined;
  const { key, colon } = pair;
  const between = text.slice(key, colon);
  if (/[\r\n]/.test(between)) {
    if (firstOnLine(text, colon)) {
      return problem(text, colon, [
        'This colon stands on another line than its key, and Helm cannot read that.',
        'Write it right behind the key, with a space and the value after it.',
      ]);
    }
    // Without quotes it is rather two entries of which one lacks its colon or comma.
    if (!/^["']/.test(between)) return undefined;
    return problem(text, key, [
      'This key goes on over more than one line, and Helm cannot read it.',
      'Write the key and its colon on one line.',
    ]);
  }
  if ([...between].length <= keyLimit) return undefined;
  return problem(text, key, [
    `This key is longer than ${keyLimit.toLocaleString('en')} characters, and Helm cannot read it.`,
    'Shorten the key; or put the text between quotes if it is a value with a colon in it.',
  ]);
}

/** The colon that stopped the reading, and what stands before it where a key may stand. */
function colonReached(text: string, { offset, last }: ReadFailure): Pair | undefined {
  if (text[offset] !== ':' || last?.kind !== 'scalar') return undefined;
  const before = text.slice(lineStart(text, last.start), last.start);
  const mayBeKey = /^[ \t]*(?:- +)*$|[{[,][ \t]*$/.test(before);
  return mayBeKey ? { key: last.start, colon: offset } : undefined;
}

/** The first colon behind a key that the reading stopped at: on its line, or at the start of the next. */
function colonAhead(text: string, { reason, offset, open }: ReadFailure): Pair | undefined {
  const stopsAtKey =
    reason === 'key-expected' || reason === 'left-over' || reason === 'colon-missing';
  if (!stopsAtKey || open !== undefined) return undefined;
  const end = lineEnd(text, offset);
  const here = /^(?:(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')[ \t]*|[^"'].*?)(?=:(?:[ \t]|$))/.exec(
    text.slice(offset, end),
  );
  if (here !== null) return { key: offset, colon: offset + here[0].length };
  const next = afterBreak(text, end);
  const indent = /^[ \t]*(?=:[ \t\r\n])/.exec(text.slice(next, lineEnd(text, next) + 1));
  return indent === null ? undefined : { key: offset, colon: next + indent[0].length };
}

function problem(
  text: string,
  offset: number,
  [message, remedy]: readonly [string, string],
): YamlProblem {
  const range = { offset, length: lineEnd(text, offset) - offset };
  return { code: 'syntax', message, remedy, range };
}
