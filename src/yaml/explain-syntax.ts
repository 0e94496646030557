import { farColon } from './far-colon.ts';
import { lookAlikeSign } from './look-alike-sign.ts';
import { missingColon } from './missing-colon.ts';
import type { YamlProblem } from './problem.ts';
import type { ReadFailure } from './read-document.ts';
import { syntaxWords } from './syntax-words.ts';
import { afterBreak, columnOf, lineEnd, lineStart } from './trivia.ts';

/** Says why a text cannot be read, at the line that has to change rather than where the reading stopped. */
export function explainSyntax(text: string, failure: ReadFailure): YamlProblem {
  return (
    unclosedQuote(text, failure) ??
    tab(text, failure) ??
    farColon(text, failure) ??
    unclosedBracket(text, failure) ??
    conflictMarker(text) ??
    lookAlikeSign(text, failure) ??
    missingColon(text, failure) ??
    inWords(text, failure)
  );
}

/** A quote that ends lines further down than it should leaves something right behind it. */
function unclosedQuote(text: string, { reason, from, last, offset }: ReadFailure) {
  if (reason === 'quote-open' || (reason === 'bad-escape' && reachesFar(text, from, offset))) {
    return openQuote(text, from);
  }
  const isQuoted = last?.style === 'single' || last?.style === 'double';
  if (!isQuoted || offset - last.end > 1 || reason === 'tab') return undefined;
  return reachesFar(text, last.start, last.end) ? openQuote(text, last.start) : undefined;
}

/** Whether what begins at `start` goes on over lines that are not indented further than its own. */
function reachesFar(text: string, start: number, end: number): boolean {
  const own = indentOf(text, lineStart(text, start));
  for (let at = lineEnd(text, start); at < end; at = lineEnd(text, at)) {
    at = afterBreak(text, at);
    if (at <= end && indentOf(text, at) <= own && lineEnd(text, at) > at) return true;
  }
  return false;
}

function openQuote(text: string, offset: number): YamlProblem {
  const quote = text[offset];
  return {
    code: 'unclosed-quote',
    message: `The quote ${quote} that opens here is not closed.`,
    remedy: `Add the closing ${quote} at the end of the value.`,
    range: restOfLine(text, offset),
  };
}

/** Tabs are at fault if the reading stops at one, or on a line that is indented with them. */
function tab(text: string, { reason, offset, open }: ReadFailure): YamlProblem | undefined {
  const start = lineStart(text, offset);
  const indent = /^[ \t]*/.exec(text.slice(start, start + 400))?.[0] ?? '';
  const stops = reason === 'tab' || reason === 'tab-in-text';
  if (!stops && (open !== undefined || !indent.includes('\t'))) return undefined;
  if (stops && offset >= start + indent.length) return undefined;
  const isBlank = /^[ \t]*(?:#|$)/.test(text.slice(start, lineEnd(text, start)));
  return {
    code: 'tab-indentation',
    message: isBlank
      ? 'A tab stands on this line, and Helm cannot read it even here.'
      : 'This line is indented with a tab, and YAML allows only spaces there.',
    remedy: isBlank
      ? 'Delete the tab, or put spaces in its place.'
      : 'Replace the tabs at the start of the lines by spaces, two for each tab for instance.',
    range: { offset: start, length: indent.length },
  };
}

/** A bracket is the reason if the text ends before it is closed, or goes on to the left of its line. */
function unclosedBracket(text: string, { open, offset }: ReadFailure): YamlProblem | undefined {
  if (open === undefined) return undefined;
  const atEnd = text.slice(offset).trimEnd() === '';
  if (!atEnd && !reachesFar(text, open, offset)) return undefined;
  const bracket = text[open];
  return {
    code: 'syntax',
    message: `The ${bracket} that opens here is not closed before the next entry.`,
    remedy: `Add the missing ${bracket === '[' ? ']' : '}'}, or check the brackets and commas in between.`,
    range: restOfLine(text, open),
  };
}

function conflictMarker(text: string): YamlProblem | undefined {
  const marker = /^(?:<{7} |={7}$|>{7} ).*$/m.exec(text);
  if (marker === null) return undefined;
  return {
    code: 'syntax',
    message: 'This line is a conflict marker that a Git merge left behind.',
    remedy: 'Settle the conflict: keep one of the two versions and delete the marker lines.',
    range: { offset: marker.index, length: marker[0].length },
  };
}

function inWords(text: string, { reason, offset }: ReadFailure): YamlProblem {
  const { code = 'syntax', message, remedy } = syntaxWords[reason];
  return {
    code,
    message: reason === 'bad-start' ? `A value cannot begin with ${text[offset]}.` : message,
    remedy,
    range: restOfLine(text, offset),
  };
}

function restOfLine(text: string, offset: number) {
  const start = Math.min(offset, text.length);
  return { offset: start, length: Math.max(0, lineEnd(text, start) - start) };
}

function indentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return columnOf(text, at);
}
