import { expect, test } from 'vitest';
import {
  effectCount,
  lineCount,
  podCount,
  problemCount,
  verdictTitle,
} from '../../../src/wizard/findings/state-words.ts';

test.each([
  ['rejected', 1, '1 rejection'],
  ['rejected', 9, '9 rejections'],
  ['fails', 1, '1 failure after start'],
  ['fails', 2, '2 failures after start'],
  ['warned', 1, '1 warning'],
  ['advice', 7, '7 advice'],
] as const)('%s, %i of them: %s', (effect, count, words) => {
  expect(effectCount(effect, count)).toBe(words);
});

test('pods and problems are counted as one says it', () => {
  expect([podCount(1), podCount(4)]).toEqual(['1 pod', '4 pods']);
  expect([problemCount(1), problemCount(3)]).toEqual(['1 problem', '3 problems']);
  expect(verdictTitle('fails')).toBe('Fails after start');
});

test.each([
  ['', 1],
  ['a', 1],
  ['a\n', 1],
  ['a\nb', 2],
  ['a\r\nb\r\n', 2],
  ['a\n\n', 2],
])('%j has %i lines', (text, lines) => {
  expect(lineCount(text)).toBe(lines);
});
