import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBytes, goQuote, joinQuote, pluralize, sortedSet } from '../../src/pss/words.ts';

describe('joinQuote', () => {
  test('quotes each value and escapes nothing', () => {
    expect(joinQuote(['a', 'b "c"', ''])).toBe('"a", "b "c"", ""');
  });
});

describe('pluralize', () => {
  test('is singular for one only', () => {
    expect([0, 1, 2].map((count) => pluralize('one', 'many', count))).toEqual([
      'many',
      'one',
      'many',
    ]);
  });
});

describe('sortedSet', () => {
  test('names each value once, by the order of bytes', () => {
    expect(sortedSet(['b', 'B', 'b', '', 'ab', 'a', '😀', '\ufb01', '\ud7ff', '\ue000'])).toEqual([
      '',
      'B',
      'a',
      'ab',
      'b',
      '\ud7ff',
      '\ue000',
      '\ufb01',
      '😀',
    ]);
  });
});

describe('compareBytes', () => {
  test('orders any two strings as their UTF-8 bytes', () => {
    const character = fc
      .integer({ min: 0, max: 0x10ffff })
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code));
    const text = fc.string({ unit: character });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
    expect(compareBytes('\ufb01', '\u{1f600}')).toBeLessThan(0);
    expect(compareBytes('\u{1f600}', '\ue000')).toBeGreaterThan(0);
    expect(compareBytes('\u{10ffff}', '\uffff')).toBeGreaterThan(0);
    expect(compareBytes('\u{10000}', '\ud7ff')).toBeGreaterThan(0);
    expect(compareBytes('\u{10000}', '\uffff')).toBeGreaterThan(0);
    expect(compareBytes('\u{1f600}', '\u{1f601}')).toBeLessThan(0);
    expect(compareBytes('same', 'same')).toBe(0);
  });
});

describe('goQuote', () => {
  test.each([
    ['plain text, with é and 😀', '"plain text, with é and 😀"'],
    ['"\\', '"\\"\\\\"'],
    ['\x07\b\f\n\r\t\v', '"\\a\\b\\f\\n\\r\\t\\v"'],
    ['\x00\x1f\x7f', '"\\x00\\x1f\\x7f"'],
    ['\x80\u00a0\u2028\ufeff', '"\\u0080\\u00a0\\u2028\\ufeff"'],
    ['\u{e0001}\u{10ffff}\u{10000}', '"\\U000e0001\\U0010ffff𐀀"'],
    ['\uffff\u{1ffff}', '"\\uffff\\U0001ffff"'],
    ['\u0301 \u00b2 \u20ac', '"\u0301 \u00b2 \u20ac"'],
    ['', '""'],
  ])('quotes %j', (text, quoted) => {
    expect(goQuote(text)).toBe(quoted);
  });
});
