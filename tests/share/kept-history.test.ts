import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type KeptState,
  type KeptStep,
  readHistory,
  writeHistory,
} from '../../src/share/kept-history.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', ': '), maxLength: 12 });
const answers = fc.record({
  decided: fc.constant([]),
  later: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
});
const states = fc.oneof(
  fc.record({ documents: fc.record({ values: text, namespace: text }) }),
  fc.record({ documents: fc.record({ values: text, namespace: text }), answers }),
);

/** The steps between texts that follow each other. */
function stepsOf(texts: readonly KeptState[]): KeptStep[] {
  return texts.slice(1).flatMap((after, index) => {
    const before = texts[index];
    return before ? [{ title: `step ${index}`, before, after }] : [];
  });
}

test('what is written is read again, from the texts in the middle of it', () => {
  fc.assert(
    fc.property(fc.array(states, { minLength: 1, maxLength: 8 }), fc.nat(), (texts, seed) => {
      const at = seed % texts.length;
      const present = texts[at];
      if (!present) throw new Error('No texts');
      const steps = stepsOf(texts);
      const history = { past: steps.slice(0, at), future: steps.slice(at) };
      const stored = writeHistory('draft', history);
      expect(readHistory(stored, 'draft', present)).toEqual(history);
    }),
  );
});

test.each([
  ['another draft', 'other', 'abc', 0],
  ['texts that the steps do not fit', 'draft', 'xyz', 0],
  ['the texts it was written for', 'draft', 'abc', 1],
])('%s', (_, draft, values, length) => {
  const before = { documents: { values: 'ac', namespace: '' } };
  const step = { title: 'add b', before, after: { documents: { values: 'abc', namespace: '' } } };
  const stored = writeHistory('draft', { past: [step], future: [] });
  expect(readHistory(stored, draft, { documents: { values, namespace: '' } }).past).toHaveLength(
    length,
  );
});

test.each(['', '{}', '{"version":2}', 'null'])('%j is no history', (stored) => {
  const nothing = { past: [], future: [] };
  expect(readHistory(stored, 'draft', { documents: { values: '', namespace: '' } })).toEqual(
    nothing,
  );
});
