import type { YamlProblem } from './problem.ts';
import type { ReadFailure } from './read-document.ts';
import type { ReadReason } from './read-error.ts';
import { lineEnd, lineStart } from './trivia.ts';

/** What stops the reading at the key after an entry that has no colon of its own. */
const reasons: readonly ReadReason[] = ['key-expected', 'left-over'];
/** What also stops it for other mistakes. */
const vagueReasons: readonly ReadReason[] = ['second-colon'];
/** How far above the next key the entry may begin. */
const maxLines = 20;

/**
 * An entry without a colon, or without the space after it, reads as a text that goes on; the
 * reading stops at the next key, which is right as it is.
 */
export function missingColon(text: string, failure: ReadFailure): YamlProblem | undefined {
  const { reason, offset } = failure;
  if (reason === 'colon-missing') return problemOf(lineOf(text, offset));
  if (![...reasons, ...vagueReasons].includes(reason)) return undefined;
  const line = bareLineAbove(text, offset);
  return line && problemOf(line);
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function problemOf(line: Line): YamlProblem {
  const indent = columnOfContent(line.text);
  const content = line.text.slice(indent).trimEnd();
  const glued = /^[\w.-]{1,200}(?=:\S)/.exec(content)?.[0];
  return {
    code: 'syntax',
    message: glued
      ? `The colon after ${glued} needs a space.`
      : 'This entry has no colon, so it is no key with a value.',
    remedy: glued
      ? `Write \`${glued}: \` and then the value.`
      : 'Write the entry as `key: value`, with a colon and a space.',
    range: { offset: line.start + indent, length: content.length },
  };
}

function lineOf(text: string, offset: number): Line {
  const start = lineStart(text, offset);
  return { start, text: text.slice(start, lineEnd(text, start)) };
}

/** The first of the lines right above a key that stand where it does and are neither key nor item. */
function bareLineAbove(text: string, offset: number): Line | undefined {
  let found: Line | undefined;
  let { start, text: own } = lineOf(text, offset);
  const column = columnOfContent(own);
  for (let count = 0; start > 0 && count < maxLines; count++) {
    const line = lineOf(text, start - 1);
    ({ start, text: own } = line);
    if (/^\s*(?:#|$)/.test(own)) continue;
    if (/:(?:\s|$)/.test(own) || columnOfContent(own) !== column) break;
    found = line;
  }
  return found;
}

/** Where a line's key stands, behind the dashes of list items. */
function columnOfContent(line: string): number {
  return /^[ \t]*(?:- +)*/.exec(line)?.[0].length ?? 0;
}
