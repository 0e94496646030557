import { expect, test } from 'vitest';
import { choiceLines } from '../../../src/wizard/decisions/choice-lines.ts';

test.each([
  ['nothing', 'a\nb\n', 'a\nb\n', [], []],
  ['one line in the place of another', 'a\nb\nc\n', 'a\nx\nc\n', [2], [[2, ['x']]]],
  ['lines that go', 'a\nb\nc\nd\n', 'a\nd\n', [2, 3], []],
  ['lines that come at the end', 'a\n', 'a\n-b\n+c\n', [], [[1, ['-b', '+c']]]],
  ['a line that comes first', 'a\n', 'x\na\n', [], [[0, ['x']]]],
  ['line breaks of Windows', 'a\r\nb\r\n', 'a\r\nx\r\n', [2], [[2, ['x']]]],
  [
    'two places',
    `a\n${'-\n'.repeat(20)}b\n`,
    `x\n${'-\n'.repeat(20)}y\n`,
    [1, 22],
    [
      [1, ['x']],
      [22, ['y']],
    ],
  ],
] as const)('%s', (_, before, after, leaving, coming) => {
  expect(choiceLines(before, after)).toEqual({
    leaving,
    coming: coming.map(([at, lines]) => ({ after: at, lines })),
  });
});
