import { describe, expect, it } from 'vitest';
import type { Change, PlainValue } from '../../src/yaml/change.ts';
import { changeText } from '../../src/yaml/change-text.ts';
import type { Path } from '../../src/yaml/path.ts';

/** Styles that Helm reads and hardly anyone writes: an edit leaves them as they are. */

const set = (path: Path, value: PlainValue): Change => ({ op: 'set', path, value });
const append = (path: Path, value: PlainValue): Change => ({ op: 'append', path, value });
const remove = (path: Path): Change => ({ op: 'remove', path });

type Row = readonly [before: string, change: Change, after: string];

function holds(before: string, change: Change, after: string): void {
  expect(changeText(before, [change])).toEqual({ text: after, refused: [] });
}

describe('a comment right behind a quote or bracket', () => {
  it.each<Row>([
    ['a: "x"#c\nb: 1\n', set(['a'], 'u'), 'a: "u"#c\nb: 1\n'],
    ['a: "x"#c\nb: 1\n', set(['b'], 2), 'a: "x"#c\nb: 2\n'],
    ['a: "x"#c\nb: 1\n', set(['c'], 'u'), 'a: "x"#c\nb: 1\nc: "u"\n'],
    ['a: "x"#c\nb: 1\n', remove(['a']), 'b: 1\n'],
    ["a: 'x'#c", set(['a'], 'u'), "a: 'u'#c"],
    ['a: "x"#c\n', set(['a'], 7), 'a: 7 #c\n'],
    ['a: "x"#c\n', set(['a'], { b: 1 }), 'a: #c\n  b: 1\n'],
    ['a: "x"#c\n', set(['a'], []), 'a: []#c\n'],
    ['a: {k: 1}#c\n', set(['a'], 'u'), 'a: u #c\n'],
    ['a: {k: 1}#c\n', set(['a', 'k'], 2), 'a: {k: 2}#c\n'],
    ['a: {k: 1}#c\n', set(['a'], { b: 1 }), 'a: #c\n  b: 1\n'],
    ['a: []#c\nb: 1\n', append(['a'], 1), 'a: #c\n  - 1\nb: 1\n'],
    ['a: [1]#c\n', append(['a'], 2), 'a: [1, 2]#c\n'],
    ['a: [1]#c\n', remove(['a', 0]), 'a: []#c\n'],
    ['- "x"#c\n', set([0], 1), '- 1 #c\n'],
    ['- "x"#c\n', set([0], { b: 1 }), '- b: 1 #c\n'],
    ['a: [\n  "x",#c\n  "u"#d\n]\n', append(['a'], 'z'), 'a: [\n  "x",#c\n  "u",#d\n  "z"\n]\n'],
    ['a: [\n  "x",#c\n  "u"#d\n]\n', set(['a', 1], 1), 'a: [\n  "x",#c\n  1 #d\n]\n'],
    ['a: [\n  "x"#c\n  , "u"\n]\n', remove(['a', 0]), 'a: [\n  #c\n   "u"\n]\n'],
    ['a: |#c\n  x\nb: 1\n', set(['a'], 'u\n'), 'a: |#c\n  u\nb: 1\n'],
    ['a: |#c\n  x\nb: 1\n', set(['a'], 7), 'a: 7 #c\nb: 1\n'],
    ['a: |-#c\n  x\nb: 1\n', set(['a'], { b: 1 }), 'a: #c\n  b: 1\nb: 1\n'],
  ])('%j, %j', holds);
});

describe('a tab in front of a value', () => {
  it.each<Row>([
    ['a:\t[1]\nb: 2\n', append(['a'], 2), 'a:\t[1, 2]\nb: 2\n'],
    ['a:\t[1]\nb: 2\n', set(['a', 0], 3), 'a:\t[3]\nb: 2\n'],
    ['a:\t[1]\nb: 2\n', set(['a'], 'u'), 'a:\tu\nb: 2\n'],
    ['a:\t[1]\nb: 2\n', remove(['a', 0]), 'a:\t[]\nb: 2\n'],
    ['a:\t[1]\nb: 2\n', set(['b'], 3), 'a:\t[1]\nb: 3\n'],
    ['a:\t{k: 1}\t# c\n', set(['a', 'x'], 2), 'a:\t{k: 1, x: 2}\t# c\n'],
    ['a:\t{k: 1} # c\n', set(['a'], { x: 2 }), 'a: # c\n  x: 2\n'],
    ['a:\t"x"\t# c\n', set(['a'], 'u'), 'a:\t"u"\t# c\n'],
    ['- a:\t[1]\n', set([0, 'b'], 'u'), '- a:\t[1]\n  b: u\n'],
  ])('%j, %j', holds);
});

describe('a plain text between brackets that ends in a colon', () => {
  it.each<Row>([
    ['a: [x, 001:db8::]\n', append(['a'], 'z'), 'a: [x, 001:db8::, z]\n'],
    ['a: [x, 001:db8::]\n', append(['a'], '::1'), 'a: [x, 001:db8::, "::1"]\n'],
    ['a: [x, 001:db8::]\n', set(['a', 0], 'u'), 'a: [u, 001:db8::]\n'],
    ['a: [x, 001:db8::]\n', set(['a', 1], 'u'), 'a: [x, u]\n'],
    ['a: [x, 001:db8::]\n', remove(['a', 0]), 'a: [001:db8::]\n'],
    ['a: [001:db8::, x]\n', remove(['a', 1]), 'a: [001:db8::]\n'],
    ['a: {k: 001:db8::}\n', set(['a', 'b'], 1), 'a: {k: 001:db8::, b: 1}\n'],
    ['a: {k: 001:db8::, b: 1}\n', remove(['a', 'b']), 'a: {k: 001:db8::}\n'],
    ['a: [x, 001:db8::]\nb: 1\n', set(['b'], 2), 'a: [x, 001:db8::]\nb: 2\n'],
    // Here the colon is a key's, and the value is missing.
    ['a: [k: ]\n', append(['a'], 'z'), 'a: [k: , z ]\n'],
    ['a: [k: , x]\n', remove(['a', 1]), 'a: [k: ]\n'],
    ['a: {k: }\n', set(['a', 'b'], 1), 'a: {k: , b: 1 }\n'],
  ])('%j, %j', holds);
});

describe('a byte order mark', () => {
  it.each<Row>([
    ['\uFEFFa: 1\n', set(['a'], 2), '\uFEFFa: 2\n'],
    ['\uFEFFa: 1\nb: 2\n', remove(['a']), '\uFEFFb: 2\n'],
    ['\uFEFFa: 1\n', remove(['a']), '\uFEFF{}\n'],
    ['\uFEFF- 1\n', append([], 2), '\uFEFF- 1\n- 2\n'],
    ['\uFEFF# c\na: 1\n', set(['b', 'c'], 2), '\uFEFF# c\na: 1\nb:\n  c: 2\n'],
    ['\uFEFF', set(['a'], 1), '\uFEFFa: 1\n'],
    ['\uFEFF# c', set(['a'], 1), '\uFEFF# c\na: 1\n'],
  ])('%j, %j', holds);
});

describe('lines that end in CRLF', () => {
  it.each<Row>([
    ['a: 1\r\nb: 2\r\n', set(['a'], 2), 'a: 2\r\nb: 2\r\n'],
    ['a: 1\r\nb: 2\r\n', remove(['a']), 'b: 2\r\n'],
    ['a: 1\r\nb: 2\r\n', remove(['b']), 'a: 1\r\n'],
    [
      'a:\r\n  - x # c\r\n# d\r\nb: 1\r\n',
      append(['a'], 'u'),
      'a:\r\n  - x # c\r\n  - u\r\n# d\r\nb: 1\r\n',
    ],
    ['a: []#c\r\nb: 1\r\n', append(['a'], 'u'), 'a: #c\r\n  - u\r\nb: 1\r\n'],
    ['a: 1\r\n', set(['b'], 'x\ny\n'), 'a: 1\r\nb: |\r\n  x\r\n  y\r\n'],
    ['a: [\r\n  1,\r\n  2\r\n]\r\n', append(['a'], 3), 'a: [\r\n  1,\r\n  2,\r\n  3\r\n]\r\n'],
    ['\uFEFFa: 1\r\n', set(['b'], 2), '\uFEFFa: 1\r\nb: 2\r\n'],
  ])('%j, %j', holds);
});
