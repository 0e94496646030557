import type { YamlProblem, YamlProblemCode } from './problem.ts';
import { maxDepth, quoteOf, type ReadFailure, stateAt, tryEvents } from './read-events.ts';
import type { TextRange } from './text-edit.ts';
import { lineEnd, lineStart } from './trivia.ts';

/** Says why a text does not parse, at the line that has to change rather than where the parser gave up. */
export function explainSyntax(text: string, failure: ReadFailure): YamlProblem {
  return (
    tabs(text, failure) ??
    unclosedQuote(text, failure) ??
    unclosedBracket(text, failure) ??
    conflictMarker(text) ??
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

/** js-yaml's reasons in words that say what to do; the first that matches counts. */
const words: readonly (readonly [RegExp, YamlProblemCode, string, string])[] = [
  [
    /nesting exceeded/,
    'too-deep',
    `Values are nested more than ${maxDepth} levels deep here.`,
    `Flatten this part: no more than ${maxDepth} levels are read.`,
  ],
  [
    /tab characters/,
    'tab-indentation',
    'This line is indented with a tab, and YAML allows only spaces there.',
    'Replace the tabs at the start of the lines by spaces.',
  ],
  [
    /null byte|non-printable|valid JSON character/,
    'syntax',
    'There is a control character here that YAML does not allow.',
    'Delete it, or write it as an escape such as "\\x07" between double quotes.',
  ],
  [
    /bad indentation of a mapping entry/,
    'syntax',
    'This does not fit here: the line is indented differently from its neighbours, or has a second ": ", or a value that begins with a special character.',
    'Align the line with the entries around it, or put the value between quotes.',
  ],
  [
    /bad indentation of a sequence entry/,
    'syntax',
    'This list item is not aligned with the others.',
    'Put its dash in the same column as the dashes of the other items.',
  ],
  [
    /multiline key|expected ':'/,
    'syntax',
    'A key is expected here, but its colon is missing.',
    'Write the entry as `key: value`, with a colon and a space.',
  ],
  [
    /whitespace character is expected after/,
    'syntax',
    'A space is missing after the colon.',
    'Write `key: value` with a space after the colon.',
  ],
  [
    /missed comma/,
    'syntax',
    'A comma is missing between two entries in brackets.',
    'Put a comma between them; if this is a template such as {{ ... }}, put it between quotes.',
  ],
  [
    /expected the node content/,
    'syntax',
    'There is a comma with nothing before it.',
    'Delete the comma or write the missing value.',
  ],
  [
    /end of the stream or a document separator/,
    'syntax',
    'This line does not belong to what stands above it.',
    'Check the indentation, and that every entry has a colon followed by a space.',
  ],
  [
    /unknown escape|hexadecimal/,
    'syntax',
    'The backslash is followed by something that is not an escape.',
    'Write \\\\ for a backslash between double quotes, or use single quotes.',
  ],
  [
    /line break is expected/,
    'syntax',
    'Text stands on the same line as the | or > that announces a block of text.',
    'Put the text on the following lines, indented; or put the whole value between quotes.',
  ],
  [
    /deficient indentation/,
    'syntax',
    'This line belongs to brackets or quotes that are still open above it, but is not indented.',
    'Close the bracket or the quote above, or indent this line further than its key.',
  ],
  [
    /anchor|alias/,
    'syntax',
    'An & or * that begins a value must be followed by a name.',
    'Put the value between quotes if the character is part of it.',
  ],
  [
    /tag/,
    'syntax',
    'A ! that begins a value marks a tag, and this is not a valid one.',
    'Put the value between quotes if the character is part of it.',
  ],
  [
    /chomping|indentation width/,
    'syntax',
    'The | or > that announces a block of text has signs after it that do not go together.',
    'Write |, |- or |+, or > in the same ways, and nothing else on the line.',
  ],
  [
    /directive/i,
    'syntax',
    'A line that begins with % is a directive, and this is not a valid one.',
    'Delete the line, or indent it if it is part of a value.',
  ],
];

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
  for (const [pattern, code, message, remedy] of words) {
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
