import type { YamlProblem } from './problem.ts';
import type { ReadFailure } from './read-events.ts';
import { lineEnd, lineStart } from './trivia.ts';

/** What js-yaml says at the key after an entry that has no colon of its own. */
const reasons = /multiline key|expected ':'|end of the stream or a document separator/;
/** What it also says of other mistakes. */
const vagueReasons = /bad indentation of a/;
/** How far above the next key the entry may begin. */
const maxLines = 20;

/**
 * An entry without a colon, or without the space after it, reads as a text that goes on; the
 * parser gives up at the next key, which is right as it is.
 */
export function missingColon(text: string, failure: ReadFailure): YamlProblem | undefined {
  const isVague = vagueReasons.test(failure.reason);
  if (!isVague && !reasons.test(failure.reason)) return undefined;
  const line = bareLineAbove(text, failure.offset);
  if (line === undefined) return undefined;
  const [, indent = '', content = ''] = /^([ \t]*(?:- +)*)(.*?)\s*$/.exec(line.text) ?? [];
  const glued = /^[\w.-]+(?=:\S)/.exec(content)?.[0];
  if (isVague && glued === undefined) return undefined;
  return {
    code: 'syntax',
    message: glued
      ? `The colon after ${glued} needs a space.`
      : 'This entry has no colon, so it is no key with a value.',
    remedy: glued
      ? `Write \`${glued}: \` and then the value.`
      : 'Write the entry as `key: value`, with a colon and a space.',
    range: { offset: line.start + indent.length, length: content.length },
  };
}

/** The first of the lines right above a key that stand where it does and are neither key nor item. */
function bareLineAbove(text: string, offset: number) {
  let found: { readonly start: number; readonly text: string } | undefined;
  let start = lineStart(text, offset);
  const column = columnOfContent(text.slice(start, lineEnd(text, start)));
  for (let count = 0; start > 0 && count < maxLines; count++) {
    start = lineStart(text, start - 1);
    const line = text.slice(start, lineEnd(text, start));
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (/:(?:\s|$)/.test(line) || columnOfContent(line) !== column) break;
    found = { start, text: line };
  }
  return found;
}

/** Where a line's key stands, behind the dashes of list items. */
function columnOfContent(line: string): number {
  return /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0;
}
