import type { Random } from '../random.ts';

/** Random texts that are nearly YAML: drawn from pieces, or cut out of files and changed. */

const pieces = [
  'a',
  'b',
  'key',
  'x y',
  '1',
  '0o7',
  '0x1F',
  '1_000',
  '1e3',
  '.5',
  '-1',
  '.inf',
  '~',
  'yes',
  'null',
  '2001-01-01',
  '12:30',
  '<<',
  '=',
  ':',
  ': ',
  ':\n',
  ':\t',
  '- ',
  '-\n',
  '-\t',
  '-',
  '? ',
  '?',
  ', ',
  ',',
  '[',
  ']',
  '{',
  '}',
  '[]',
  '{}',
  '"',
  "'",
  '"x"',
  "'it''s'",
  '"\\n"',
  '"\\x41"',
  '"\\/"',
  '"\\u263a"',
  '|',
  '>',
  '|-',
  '>+',
  '|2',
  '|\n',
  '>\n',
  '#',
  ' # c',
  '#c',
  '&a ',
  '*a',
  '&a',
  '*a ',
  '&b ',
  '!!str ',
  '!!int ',
  '!t ',
  '! ',
  '!',
  '%',
  '%YAML 1.1\n',
  '---\n',
  '---',
  '...\n',
  '@',
  '`',
  '\n',
  '\n',
  '\n',
  '\n\n',
  '\n  ',
  '\n  ',
  '\n    ',
  '\n - ',
  '\n- ',
  ' ',
  '  ',
  '\t',
  '\r\n',
  '\r',
  '\\',
  'é',
  '😀',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u0007',
  '::',
  '//',
  '!!binary ',
  'a: ',
  'b: ',
  '\na: ',
  '\nb: ',
  '\n  c: ',
  '\n  - d: ',
  '<<: *a\n',
  '!!null ',
  '!!float ',
  '!!bool ',
] as const;

const [first, ...others] = pieces;

/** A text of up to two dozen pieces. */
export function piecedText(random: Random): string {
  const count = 1 + random.below(random.pick(4, 8, 24));
  let text = random.pick('', 'a: ', 'a:\n  ', '- ', '{', 'a: [');
  for (let i = 0; i < count; i++) text += random.pick(first, ...others);
  return text;
}

/** Some lines of a file, with up to three changes by a piece, a character or a line. */
export function changedLines(random: Random, file: string): string {
  const lines = file.split('\n');
  const count = Math.min(lines.length, 3 + random.below(8));
  let from = random.below(lines.length - count + 1);
  // Half of the time from a key at the margin, so that most of what is cut out can be read.
  while (from > 0 && !/^\w/.test(lines[from] ?? '') && !random.oneIn(4)) from--;
  let text = lines.slice(from, from + count).join('\n');
  if (!random.oneIn(3)) text += '\n';
  const changes = random.below(4);
  for (let i = 0; i < changes; i++) text = changed(random, text);
  return text;
}

function changed(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  switch (random.below(5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + random.below(3));
    case 1:
    case 2:
      return text.slice(0, at) + random.pick(first, ...others) + text.slice(at + random.below(2));
    case 3: {
      const lines = text.split('\n');
      const line = random.below(lines.length);
      return lines.filter((_, i) => i !== line).join('\n');
    }
    default: {
      const lines = text.split('\n');
      const line = random.below(lines.length);
      return lines
        .map((own, i) => (i === line ? random.pick(' ', '  ', '\t', '- ', '#') + own : own))
        .join('\n');
    }
  }
}
