import { describe, expect, it } from 'vitest';
import { parseTree } from '../../src/yaml/parse-tree.ts';

/** The first problem's words, and the text that it points at. */
function problem(text: string) {
  const [first] = parseTree(text).problems;
  const { offset = 0, length = 0 } = first?.range ?? {};
  return { words: first?.message, at: text.slice(offset, offset + length) };
}

const long = 'k'.repeat(1025);
const tooLong = 'This key is longer than 1,024 characters, and Helm cannot read it.';
const apart = 'This colon stands on another line than its key, and Helm cannot read that.';
const broken = 'This key goes on over more than one line, and Helm cannot read it.';
const comma = 'A comma is missing between two entries in brackets.';
const second =
  'A colon cannot stand here: the line has a second ": ", or belongs to the value above it.';

describe('a colon that is too far from its key', () => {
  it.each([
    [`${long}: 1\n`, `${long}: 1`],
    [`a: 1\n${long}: 1\n`, `${long}: 1`],
    [`a:\n  ${long}: 1\n  b: 2\n`, `${long}: 1`],
    [`- ${long}: 1\n`, `${long}: 1`],
    [`"${long}": 1\n`, `"${long}": 1`],
    [`a: 1\n'${long}': 1\n`, `'${long}': 1`],
    [`a: {${long}: 1}\n`, `${long}: 1}`],
    [`a: {b: 1, "${long}": 1}\n`, `"${long}": 1}`],
    [`a: [${long}: 1]\n`, `${long}: 1]`],
    [`${'\u{1F680}'.repeat(1025)}: 1\n`, `${'\u{1F680}'.repeat(1025)}: 1`],
  ])('is behind a long key: %.12j', (text, at) => {
    expect(problem(text)).toEqual({ words: tooLong, at });
  });

  it.each([
    ['{"x"\n : 1}\n', ': 1}'],
    ['a: {x\n: 1}\n', ': 1}'],
    ['a: {b: 2, "x"\n : 1}\n', ': 1}'],
    ['a: ["x"\n # c\n : 1]\n', ': 1]'],
    ['"x"\n: 1\n', ': 1'],
    ['x\n: 1\n', ': 1'],
    ['a: 1\n"x"\n: 1\nb: 2\n', ': 1'],
    ['a:\r\n  b: 1\r\n  x\r\n  : 1\r\n', ': 1'],
  ])('is on another line: %j', (text, at) => {
    expect(problem(text)).toEqual({ words: apart, at });
  });

  it.each([
    ['a: {"b\n  c": 1}\n', '"b'],
    ['"b\n  c": 1\n', '"b'],
    ["- 'b\n    c': 1\n", "'b"],
  ])('is behind a key of several lines: %j', (text, at) => {
    expect(problem(text)).toEqual({ words: broken, at });
  });

  it.each([
    [`a: ${long}: 1\n`, second],
    [`a: "${long}": 1\n`, second],
    ['a: 1\n  b: 2\n', second],
    ['a: b: c\n', second],
    ['a: {b: 1\n c: 2}\n', comma],
    ['a: {b c: 1 d: 2}\n', comma],
    [`a: {b: ${long} c: 2}\n`, comma],
    ['a: {b\n  c: 1}\n', comma],
  ])('is not what is wrong here: %.30j', (text, words) => {
    expect(problem(text).words).toBe(words);
  });

  it('is read where a question mark announces the key, or up to 1,024 characters', () => {
    expect(parseTree(`? ${long}\n: 1\n`).problems).toEqual([]);
    expect(parseTree(`${'k'.repeat(1024)}: 1\n`).problems).toEqual([]);
  });
});
