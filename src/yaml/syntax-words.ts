import type { YamlProblemCode } from './problem.ts';
import { maxDepth } from './read-events.ts';

/** js-yaml's reasons in words that say what to do; the first that matches counts. */
export const syntaxWords: readonly (readonly [RegExp, YamlProblemCode, string, string])[] = [
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
