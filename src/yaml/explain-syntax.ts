import { missingColon } from './missing-colon.ts';
import type { YamlProblem, YamlProblemCode } from './problem.ts';
import { quoteOf, type ReadFailure, stateAt, tryEvents } from './read-events.ts';
import { syntaxWords } from './syntax-words.ts';
import type { TextRange } from './text-edit.ts';
import { lineEnd, lineStart } from './trivia.ts';

/** Says why a text does not parse, at the line that has to change rather than where the parser gave up. */
export function explainSyntax(text: string, failure: ReadFailure): YamlProblem {
  return (
    tabs(text, failure) ??
    unclosedQuote(text, failure) ??
    unclosedBracket(text, failure) ??
    conflictMarker(text) ??
    missingColon(text, failure) ??
    reworded(text, failure)
  );
}

/** Tabs are at fault if the text gets further with blanks in their place. */
function tabs(text: string, failure: ReadFailure): YamlProblem | undefined {
  const line = lineStart(text, failure.offset);
  const here = indentedWithTab(text, line) ? line : undefined;
  const next = lineEnd(text, failure.offset) + 1;
  const start = here ?? (indentedWithTab(text, next) ? next : undefined);
  if (start === undefined) return undefined;
  if (!failure.reason.includes('tab characters')) {
    const blanks = text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  '));
    const retry = tryEvents(blanks);
    const length = lineEnd(blanks, 0) + 1;
    if (
      'reason' in retry &&
      retry.reason === failure.reason &&
      retry.offset < failure.offset + length
    )
      return undefined;
  }
  return problem(
    'tab-indentation',
    'This line is indented with a tab, and YAML allows only spaces there.',
    'Replace the tabs at the start of the lines by spaces, two for each tab for instance.',
    { offset: start, length: /^[ \t]*/.exec(text.slice(start, start + 200))?.[0].length ?? 1 },
  );
}

function indentedWithTab(text: string, start: number): boolean {
  return /^ *\t/.test(text.slice(start, start + 400));
}

/** A quote is the reason if the line of the failure begins inside of one that had to be stretched to it. */
function unclosedQuote(text: string, failure: ReadFailure): YamlProblem | undefined {
  const state = stateOf(failure);
  const quote = quoteOf(state);
  if (quote === undefined) return undefined;
  const open = opening(failure, [quote], (reason) => quoteOf(reason) === quote);
  if (open === undefined) return undefined;
  const offset = failure.original(open);
  return problem(
    'unclosed-quote',
    `The quote ${quote} that opens here is not closed.`,
    `Add the closing ${quote} at the end of the value.`,
    { offset, length: lineEnd(text, offset) - offset },
  );
}

function unclosedBracket(text: string, failure: ReadFailure): YamlProblem | undefined {
  const isOpen = (reason: string) => reason.includes('within a flow collection');
  if (!isOpen(stateOf(failure))) return undefined;
  const open = opening(failure, ['[', '{'], isOpen);
  if (open === undefined) return undefined;
  const offset = failure.original(open);
  const closing = text[offset] === '[' ? ']' : '}';
  return problem(
    'syntax',
    `The ${text[offset]} that opens here is not closed before the next entry.`,
    `Add the missing ${closing}, or check the brackets and commas in between.`,
    { offset, length: lineEnd(text, offset) - offset },
  );
}

/** What is open where the failure is: at the end of the text, or on a line that begins too far left. */
function stateOf({ reason, source, sourceOffset, repairs }: ReadFailure): string {
  if (reason.includes('unexpected end of the')) return reason;
  const line = lineStart(source, sourceOffset);
  return repairs.includes(line) || reason.includes('deficient') ? stateAt(source, line) : '';
}

/** The last of `chars` before which the parser was not yet inside of what stays open. */
function opening(
  { source, sourceOffset, repairs }: ReadFailure,
  chars: readonly string[],
  isOpen: (reason: string) => boolean,
): number | undefined {
  let tries = 100;
  let at = sourceOffset;
  // Whole stretches of lines that only brackets or quotes from above reach are skipped.
  const run = repairs
    .filter((start) => start <= sourceOffset)
    .findLast((start, i, all) => {
      const before = all[i - 1];
      return (
        before === undefined ||
        !isOpen(stateAt(source, start)) ||
        lineStart(source, start - 1) !== before
      );
    });
  if (run !== undefined && isOpen(stateAt(source, run))) at = run;
  for (at -= 1; at >= 0 && tries > 0; at--) {
    if (!chars.includes(source[at] ?? '')) continue;
    tries--;
    if (!isOpen(stateAt(source, at))) return at;
  }
  return undefined;
}

function conflictMarker(text: string): YamlProblem | undefined {
  const marker = /^(?:<{7} |={7}$|>{7} ).*$/m.exec(text);
  if (marker === null) return undefined;
  return problem(
    'syntax',
    'This line is a conflict marker that a Git merge left behind.',
    'Settle the conflict: keep one of the two versions and delete the marker lines.',
    { offset: marker.index, length: marker[0].length },
  );
}

function reworded(text: string, failure: ReadFailure): YamlProblem {
  // Values that begin with one of these are the commonest reason of the vaguest message.
  const char = text[failure.offset] ?? '';
  const end = Math.max(lineEnd(text, failure.offset), failure.offset);
  const start = Math.min(failure.offset, text.length);
  const range = { offset: start, length: Math.max(0, end - start) };
  if (failure.reason.includes('bad indentation of a mapping') && /[@`%]/.test(char)) {
    return problem(
      'syntax',
      `A value cannot begin with ${char}.`,
      'Put the value between quotes.',
      range,
    );
  }
  for (const [pattern, code, message, remedy] of syntaxWords) {
    if (pattern.test(failure.reason)) return problem(code, message, remedy, range);
  }
  return problem(
    'syntax',
    `This is not valid YAML: ${failure.reason}.`,
    'Correct the line, or compare it with a version of the file that worked.',
    range,
  );
}

function problem(
  code: YamlProblemCode,
  message: string,
  remedy: string,
  range: TextRange,
): YamlProblem {
  return { code, message, remedy, range };
}
