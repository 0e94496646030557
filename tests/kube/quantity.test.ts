import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareQuantities,
  quantityAmount,
  readQuantity,
  roundUp,
  signOf,
} from '../../src/kube/quantity.ts';
import { quantityText } from '../../src/kube/quantity-text.ts';

interface Line {
  readonly value: string | number;
  readonly reading: unknown;
}

const lines = readFileSync('tests/conformance/quantities.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): Line => JSON.parse(line));

/** Our reading in the oracle's terms. */
function reading(value: unknown): unknown {
  const quantity = readQuantity(value);
  if ('error' in quantity) return { error: quantity.error, sign: 0 };
  const milli = quantityText(roundUp(quantity, -3));
  return { text: quantityText(quantity), milli, sign: signOf(quantity) };
}

test.each(lines)(
  '$value is read, rounded and printed as upstream does',
  ({ value, reading: theirs }) => {
    expect(reading(value)).toEqual(theirs);
  },
);

test.each([[true], [null], [undefined], [{}], [[]]])('%j is no quantity', (value) => {
  expect(quantityAmount(value)).toBeUndefined();
});

test.each<[unknown, number]>([
  ['500m', 0.5],
  ['2Gi', 2 ** 31],
  ['1e3', 1000],
  ['-1Ki', -1024],
  ['0', 0],
  [1.5, 1.5],
])('%j amounts to %d', (value, amount) => {
  expect(quantityAmount(value)).toBe(amount);
});

describe('comparison', () => {
  const read = (text: string) => {
    const quantity = readQuantity(text);
    if ('error' in quantity) throw new Error(quantity.error);
    return quantity;
  };
  test.each<[string, string, number]>([
    ['1', '1000m', 0],
    ['1Gi', '1024Mi', 0],
    ['1G', '1Gi', -1],
    ['2', '10', -1],
    ['-1', '1', -1],
    ['-2', '-1', -1],
    ['-14', '-14', 0],
    ['0', '-1', 1],
    ['0', '0Ki', 0],
    ['1.01', '1.001', 1],
    ['12', '123', -1],
  ])('%s against %s', (a, b, sign) => {
    expect(Math.sign(compareQuantities(read(a), read(b)))).toBe(sign);
    expect(Math.sign(compareQuantities(read(b), read(a)))).toBe(-sign || 0);
  });

  test('agrees with whole numbers', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
        const compared = compareQuantities(read(String(a)), read(String(b)));
        expect(Math.sign(compared)).toBe(Math.sign(a - b) || 0);
      }),
    );
  });
});

test.each([
  ['digits', '7'.repeat(80_000)],
  ['digits of a binary amount', `${'7'.repeat(80_000)}Ki`],
  ['decimal places', `1.${'7'.repeat(80_000)}`],
  ['decimal places of a binary amount', `1.${'7'.repeat(80_000)}Ei`],
  ['zeros', `0.${'0'.repeat(80_000)}`],
  ['spaces', `${' '.repeat(80_000)}x`],
  ['suffix letters', `1${'e'.repeat(80_000)}x`],
  ['an exponent', '1e1000000000'],
])('80,000 %s end within the time of a test', (_, text) => {
  for (let round = 0; round < 50; round += 1) reading(text);
});
