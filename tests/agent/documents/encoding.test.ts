import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodingProblem } from '../../../src/agent/documents/encoding.ts';

const text = 'namespace: agents\nimage: "x"\n';

function utf16be(words: string): Buffer {
  return Buffer.from(words, 'utf16le').swap16();
}

const mark = '\uFEFF';

describe('what bytes are written in', () => {
  test.each([
    ['ASCII', Buffer.from(text)],
    ['UTF-8', Buffer.from('name: "é 日本 😀"\n')],
    ['UTF-8 with a byte order mark', Buffer.from(`${mark}${text}`)],
    ['nothing', Buffer.alloc(0)],
    ['one letter', Buffer.from('a')],
    // Text all the same: the YAML reader names such a character with its line.
    ['UTF-8 with a zero byte', Buffer.from('a: b\0\n')],
  ])('%s is as it should be', (_, bytes) => {
    expect(encodingProblem(bytes)).toBeUndefined();
  });

  test.each([
    [
      'UTF-16 LE',
      Buffer.from(`${mark}${text}`, 'utf16le'),
      'The text is UTF-16 (little-endian), not UTF-8.',
      'UTF-16 -t',
    ],
    ['UTF-16 BE', utf16be(mark + text), 'The text is UTF-16 (big-endian), not UTF-8.', 'UTF-16 -t'],
    [
      'UTF-16 LE without a mark',
      Buffer.from(text, 'utf16le'),
      'The text is UTF-16 (little-endian, without a byte order mark), not UTF-8.',
      'UTF-16LE -t',
    ],
    [
      'UTF-16 BE without a mark',
      utf16be(text),
      'The text is UTF-16 (big-endian, without a byte order mark), not UTF-8.',
      'UTF-16BE -t',
    ],
    [
      'UTF-16 without a mark, with letters of its own',
      Buffer.from('name: "日本 é"\nimage: x\n', 'utf16le'),
      'The text is UTF-16 (little-endian, without a byte order mark), not UTF-8.',
      'UTF-16LE -t',
    ],
    [
      'Latin-1',
      Buffer.from('name: "é"\n', 'latin1'),
      'The text is not valid UTF-8: it seems to be Latin-1 (ISO 8859-1) or Windows-1252.',
      'WINDOWS-1252 -t',
    ],
    [
      'Windows-1252',
      Buffer.from([...Buffer.from('name: '), 0x93, 0x61, 0x94, 0x0a]),
      'The text is not valid UTF-8: it seems to be Windows-1252.',
      'WINDOWS-1252 -t',
    ],
    [
      'UTF-8 with a stray byte',
      Buffer.concat([Buffer.from('a: é\nb: '), Buffer.from([0xe9, 0x0a])]),
      'The text is not valid UTF-8.',
      'Save it as UTF-8.',
    ],
    ['an archive', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]), 'This is not text.', 'YAML'],
  ])('%s is named', (_, bytes, message, remedy) => {
    const problem = encodingProblem(bytes);
    expect(problem?.message).toBe(message);
    expect(problem?.remedy).toContain(remedy);
  });

  test('the first byte that does not belong is told', () => {
    const bytes = Buffer.concat([Buffer.from('a: b\nc: '), Buffer.from([0xff])]);
    expect(encodingProblem(bytes)?.byte).toBe(8);
  });

  test('what is called UTF-8 is what Node calls so', () => {
    const byte = fc.oneof(
      fc.constantFrom(0x41, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5),
      fc.integer({ min: 1, max: 255 }),
    );
    const property = fc.property(fc.array(byte, { maxLength: 8 }), (list) => {
      const bytes = Buffer.from([0x41, ...list]);
      expect(encodingProblem(bytes) === undefined).toBe(isUtf8(bytes));
    });
    fc.assert(property, { numRuns: 20_000 });
  });
});
