import { maxDepth } from './build-tree.ts';
import type { YamlProblemCode } from './problem.ts';
import type { ReadReason } from './read-error.ts';

interface Words {
  readonly code?: YamlProblemCode;
  readonly message: string;
  readonly remedy: string;
}

const keyExpected: Words = {
  message: 'This line does not belong to what stands above it.',
  remedy: 'Check the indentation, and that every entry has a colon followed by a space.',
};

/** What to say and to do about each reason why Helm cannot read on. */
export const syntaxWords: Readonly<Record<ReadReason, Words>> = {
  'too-deep': {
    code: 'too-deep',
    message: `Values are nested more than ${maxDepth} levels deep here.`,
    remedy: `Flatten this part: no more than ${maxDepth} levels are read.`,
  },
  tab: {
    code: 'tab-indentation',
    message: 'A tab stands here, where YAML allows only spaces.',
    remedy: 'Replace the tab by a space, or delete it.',
  },
  'tab-in-text': {
    code: 'tab-indentation',
    message: 'This line is indented with a tab, and YAML allows only spaces there.',
    remedy: 'Replace the tabs at the start of the lines by spaces.',
  },
  'bad-start': {
    message: 'A value cannot begin with this character.',
    remedy: 'Put the value between quotes.',
  },
  'colon-missing': {
    message: 'A key is expected here, but its colon is missing.',
    remedy: 'Write the entry as `key: value`, with a colon and a space.',
  },
  'second-colon': {
    message:
      'A colon cannot stand here: the line has a second ": ", or belongs to the value above it.',
    remedy: 'Put the value between quotes, or align the line with the entries around it.',
  },
  'item-here': {
    message: 'A list item cannot begin here.',
    remedy: 'Put the dash on a line of its own, in the same column as the dashes of other items.',
  },
  'key-here': {
    message: 'A key cannot begin here.',
    remedy: 'Put it on a line of its own, or the value between quotes.',
  },
  'quote-open': {
    code: 'unclosed-quote',
    message: 'The quote that opens here is not closed.',
    remedy: 'Add the closing quote at the end of the value.',
  },
  'bad-escape': {
    message: 'The backslash is followed by something that is not an escape.',
    remedy: 'Write \\\\ for a backslash between double quotes, or use single quotes.',
  },
  'surrogate-escape': {
    message: 'Helm cannot read this escape: it is one half of a pair such as \\ud83d\\ude80.',
    remedy: 'Write the character itself instead of the escape.',
  },
  'block-header': {
    message: 'Text stands on the same line as the | or > that announces a block of text.',
    remedy: 'Put the text on the following lines, indented; or put the whole value between quotes.',
  },
  'block-indicator': {
    message:
      'The | or > that announces a block of text has signs after it that do not go together.',
    remedy: 'Write |, |- or |+, or > in the same ways, and nothing else on the line.',
  },
  'bad-anchor': {
    message:
      'An & or * that begins a value must be followed by a name of letters, digits, - and _.',
    remedy: 'Put the value between quotes if the character is part of it.',
  },
  'bad-tag': {
    message: 'A ! that begins a value marks a tag, and this is not a valid one.',
    remedy: 'Put the value between quotes if the character is part of it.',
  },
  'tag-directive': {
    message: 'A %TAG line gives names to tags, and is not read here.',
    remedy: 'Delete the line, and write the tags out.',
  },
  'bad-directive': {
    message: 'A line that begins with % is a directive, and this is not a valid one.',
    remedy: 'Delete the line, or indent it if it is part of a value.',
  },
  version: {
    message: 'Helm reads YAML 1.1 alone, and this line asks for another version.',
    remedy: 'Delete the line.',
  },
  'content-missing': {
    message: 'A value is expected here.',
    remedy: 'Write the missing value, or delete the sign that stands in its place.',
  },
  'item-expected': {
    message: 'This line is not aligned with the list above it.',
    remedy: 'Put its dash in the same column as the dashes of the other items.',
  },
  'key-expected': keyExpected,
  'comma-expected': {
    message: 'A comma is missing between two entries in brackets.',
    remedy:
      'Put a comma between them; if this is a template such as {{ ... }}, put it between quotes.',
  },
  'left-over': keyExpected,
};
