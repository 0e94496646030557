import { describe, expect, it } from 'vitest';
import { changeText } from '../../src/yaml/change-text.ts';
import { LineIndex } from '../../src/yaml/line-index.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf } from '../../src/yaml/value.ts';

/** The first problem of a text: its line, its column from 1, and its message. */
function first(text: string): readonly [number, number, string] | undefined {
  const [problem] = parseTree(text).problems;
  if (problem === undefined) return undefined;
  const { line, column } = new LineIndex(text).positionAt(problem.range.offset);
  return [line, column, problem.message];
}

const inKey = 'An invisible character is part of this key:';
const inValue = 'An invisible character is part of this value:';

describe('characters that look like others are named by code point and place', () => {
  it.each([
    ['a:\n\u00a0\u00a0b: 1\n', 2, 1, `${inKey} U+00A0 (no-break space).`],
    ['a:\n  \u00a0b: 1\n', 2, 3, `${inKey} U+00A0 (no-break space).`],
    ['a: 1\n\u200bb: 2\n', 2, 1, `${inKey} U+200B (zero width space).`],
    ['a\u200b: 1\n', 1, 2, `${inKey} U+200B (zero width space).`],
    ['w:\n  -\u00a0name: x\n', 2, 4, `${inKey} U+00A0 (no-break space).`],
    ['a: true\u200b\n', 1, 8, `${inValue} U+200B (zero width space).`],
    ['a: true\u00a0\n', 1, 8, `${inValue} U+00A0 (no-break space).`],
    ['a: [x\u2060y]\n', 1, 6, `${inValue} U+2060 (word joiner).`],
    [
      'a: \u201cx\u201d\n',
      1,
      4,
      'A curly quote does not quote, and is part of this value: U+201C (left double quotation mark).',
    ],
    [
      '\u201ca\u201d: x\n',
      1,
      1,
      'A curly quote does not quote, and is part of this key: U+201C (left double quotation mark).',
    ],
    [
      'a: 1\nb:\u00a0x\nc: 2\n',
      2,
      3,
      'This is not the space that it looks like: U+00A0 (no-break space).',
    ],
    [
      'w:\n  \u2013 name: x\n    replicas: 1\n',
      2,
      3,
      'This is not the hyphen (-) that it looks like: U+2013 (en dash).',
    ],
    [
      'a: 1\nname\uff1a x\nb: 2\n',
      2,
      5,
      'This is not the colon (:) that it looks like: U+FF1A (fullwidth colon).',
    ],
  ])('%j', (text, line, column, message) => {
    expect(first(text)).toEqual([line, column, message]);
  });

  it.each([
    'a: 5\u00a0MB and more\n',
    'a: "true\u200b"\n',
    'a: \u201chello\u201d she said\n',
    'a: \u{1f469}\u200d\u{1f4bb} x\n',
    '# a\u00a0b \u201cc\u201d\na: |\n  \u00a0x\n',
  ])('%j is fine', (text) => {
    expect(parseTree(text).problems).toEqual([]);
  });
});

describe('a text that holds one is written between quotes, and read as it was given', () => {
  it.each(['(\u2000', '\u00a0a', 'a\u200bb', '\u201ca\u201d', '\u3000'])('%j', (text) => {
    for (const value of [text, { [text]: 'x' }]) {
      const { text: written, refused } = changeText('a: 1\n', [{ op: 'set', path: ['b'], value }]);
      expect(refused).toEqual([]);
      const { root, problems } = parseTree(written);
      expect(problems).toEqual([]);
      expect(root && dataOf(root)).toEqual({ a: 1, b: value });
    }
  });
});
