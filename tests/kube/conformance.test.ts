import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Base, type Setting, withSettings } from '../../conformance/kube/bases.ts';
import { type Answer, ourAnswer } from '../../conformance/kube/ours.ts';

interface Line {
  readonly base: Base;
  readonly set: readonly Setting[];
  readonly answer: Answer;
}

const lines = readFileSync('tests/conformance/kube.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Line => JSON.parse(line));

test('there are enough objects', () => {
  expect(lines.length).toBeGreaterThan(1500);
});

test.each(lines.map(({ base, set, answer }) => [base, JSON.stringify(set), set, answer] as const))(
  'a %s with %s is judged as the API server judges it',
  (base, _, set, answer) => {
    expect(ourAnswer(base, withSettings(base, set))).toEqual(answer);
  },
);
