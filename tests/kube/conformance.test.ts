import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { type Base, type Setting, withSettings } from '../../conformance/kube/bases.ts';
import { type Answer, ourAnswer } from '../../conformance/kube/ours.ts';

vi.setConfig({ testTimeout: 60_000 });

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

/** A test of its own for each object would take longer to set up than to run. */
const CHUNK = 100;
const chunks = Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, index) => index * CHUNK);

test.each(chunks)('objects from %i on are judged as the API server judges them', (start) => {
  for (const { base, set, answer } of lines.slice(start, start + CHUNK)) {
    const ours = ourAnswer(base, withSettings(base, set));
    if (JSON.stringify(ours) !== JSON.stringify(answer)) {
      expect({ base, set, answer: ours }).toEqual({ base, set, answer });
    }
  }
});
