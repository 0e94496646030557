import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toneLines } from '../../../src/wizard/editor/code-tones.ts';

/** Each line as its toned pieces: `key:a mark:: value:1`. */
function toned(text: string): string[] {
  const lines = text.split('\n');
  return toneLines(lines).map((spans, i) =>
    spans
      .map(({ start, tone }, n) => `${tone} ${lines[i]?.slice(start, spans[n + 1]?.start).trim()}`)
      .join(' | '),
  );
}

describe('toneLines', () => {
  it.each([
    ['a: 1', ['key a | mark : | value 1']],
    ['a: b#c # d', ['key a | mark : | value b#c | comment # d']],
    ['url: http://x:80/y', ['key url | mark : | value http://x:80/y']],
    ["\"a b\": 'it''s'", ["key \"a b\" | mark : | value 'it''s'"]],
    ['- name: x', ['mark - | key name | mark : | value x']],
    ['? k\n: v', ['mark ? | key k', 'mark : | value v']],
    [
      'a: &x {b: 1, c: [d]}',
      [
        'key a | mark : | value &x | value { | key b | mark : | value 1 | mark , | key c | mark : | value [ | value d | value ] | value }',
      ],
    ],
    [
      'a: {\n  b: 1 }\nc: 2',
      [
        'key a | mark : | value {',
        'key b | mark : | value 1 | value }',
        'key c | mark : | value 2',
      ],
    ],
    [
      'a: |\n  x: 1\n\n  # y\nb: 2',
      ['key a | mark : | mark |', 'value x: 1', 'value ', 'value # y', 'key b | mark : | value 2'],
    ],
    [
      '- k: >-\n    x\n  l: 1',
      ['mark - | key k | mark : | mark >-', 'value x', 'key l | mark : | value 1'],
    ],
    [
      'a: "x\n  y: z"\nb: 1',
      ['key a | mark : | value "x', 'value y: z"', 'key b | mark : | value 1'],
    ],
  ])('%j', (text, expected) => {
    expect(toned(text)).toEqual(expected);
  });

  it('gives spans in order within every line, whatever the text', () => {
    const samples = readdirSync('tests/samples')
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(`tests/samples/${name}`, 'utf8'));
    const inOrder = (text: string) => {
      const lines = text.split('\n');
      toneLines(lines).forEach((spans, i) => {
        const starts = spans.map(({ start }) => start);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        expect(starts.every((start) => start < Math.max(1, lines[i]?.length ?? 0))).toBe(true);
      });
    };
    samples.forEach(inOrder);
    const pieces = fc.constantFrom(
      ' ',
      '\n',
      'a',
      ':',
      '#',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      ',',
      '|',
      '>',
      '-',
      '?',
      '&',
      '\\',
      '\t',
    );
    fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => inOrder(parts.join(''))));
  });
});
