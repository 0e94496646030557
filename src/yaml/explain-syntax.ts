import type { YamlProblem, YamlProblemCode } from './problem.ts';
import { maxDepth, quoteOf, type ReadFailure, tryEvents } from './read-events.ts';
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
  const { source } = failure;
  let quote = quoteOf(failure.reason);
  let from = source.length;
  if (quote === undefined) {
    const line = lineStart(source, failure.sourceOffset);
    const stretched = failure.repairs.includes(line) || failure.reason.includes('deficient');
    if (!stretched) return undefined;
    const inside = tryEvents(source.slice(0, line));
    quote = 'reason' in inside ? quoteOf(inside.reason) : undefined;
    from = line;
  }
  if (quote === undefined) return undefined;
  const open = opening(
    source,
    failure.repairs,
    [quote],
    from,
    (reason) => quoteOf(reason) === quote,
  );
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
  let from = failure.source.length;
  if (!isOpen(failure.reason)) {
    const line = lineStart(failure.source, failure.sourceOffset);
    if (!failure.repairs.includes(line)) return undefined;
    const inside = tryEvents(failure.source.slice(0, line));
    if (!('reason' in inside && isOpen(inside.reason))) return undefined;
    from = line;
  }
  const open = opening(failure.source, failure.repairs, ['[', '{'], from, isOpen);
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

/** The last character of `chars` before which the parser was not yet inside of what stays open. */
function opening(
  source: string,
  repairs: readonly number[],
  chars: readonly string[],
  from: number,
  isOpen: (reason: string) => boolean,
): number | undefined {
  const first = firstOfRun(source, repairs, from);
  let tries = 60;
  for (let at = first - 1; at >= 0 && tries > 0; at--) {
    if (!chars.includes(source[at] ?? '')) continue;
    tries--;
    const before = tryEvents(source.slice(0, at));
    if (!('reason' in before && isOpen(before.reason))) return at;
  }
  return undefined;
}

/** The first of the repaired lines that lie without a gap before `from`: the opening is above it. */
function firstOfRun(source: string, repairs: readonly number[], from: number): number {
  let first = from;
  for (const start of [...repairs].reverse()) {
    if (start > first) continue;
    if (
      /\S/.test(
        source
          .slice(lineEnd(source, start), first)
          .trim()
          .split(/[\r\n]/)[0] ?? '',
      )
    ) {
      if (lineEnd(source, start) + 2 < first && !repairs.includes(start)) break;
    }
    first = start;
  }
  return first;
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
