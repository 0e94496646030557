import { describe, expect, it } from 'vitest';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf } from '../../src/yaml/value.ts';

/** What sigs.k8s.io/yaml v1.6.0, which Helm uses, makes of `a: <text>`; recorded from the Go library. */
const readByHelm: readonly (readonly [string, unknown])[] = [
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'true', 'TRUE'].map(
    (text) => [text, true] as const,
  ),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'OFF', 'false'].map((text) => [text, false] as const),
  ['oN', 'oN'],
  ['tRue', 'tRue'],
  ['~', null],
  ['null', null],
  ['NULL', null],
  ['nULL', 'nULL'],
  ['', null],
  ['0440', 288],
  ['0o440', 288],
  ['0O17', 15],
  ['0o8', '0o8'],
  ['08', 8],
  ['09.5', 9.5],
  ['00', 0],
  ['0777_7', 4095],
  ['1_000', 1000],
  ['1__0', 10],
  ['1_', 1],
  ['0_7', 7],
  ['_1', '_1'],
  ['0x10', 16],
  ['0X1', 1],
  ['0x_1F', 31],
  ['0x', '0x'],
  ['0b11', 3],
  ['-0b11', -3],
  ['0b', '0b'],
  ['+1', 1],
  ['+0x1', 1],
  ['-0x1', -1],
  ['--1', '--1'],
  ['12:30:45', '12:30:45'],
  ['190:20:30', '190:20:30'],
  ['2026-11-22', '2026-11-22'],
  ['2001-12-14t21:59:43.10-05:00', '2001-12-14t21:59:43.10-05:00'],
  ['.5', 0.5],
  ['+.5', 0.5],
  ['-.5', -0.5],
  ['.1e3', 100],
  ['5.', 5],
  ['1.e3', 1000],
  ['1e3', 1000],
  ['1E+3', 1000],
  ['1e', '1e'],
  ['.', '.'],
  ['._1', '._1'],
  ['1.5_0', 1.5],
  ['4.2e1_0', 42000000000],
  ['0.1.2', '0.1.2'],
  ['1e400', '1e400'],
  ['0x1.8p1', '0x1.8p1'],
  ['123456789012345678901', 123456789012345680000],
  ['18446744073709551615', 2 ** 64],
  ['-9223372036854775809', -9223372036854776000],
  ['99999999999999999999999999', 1e26],
  ['infinity', 'infinity'],
  ['=', '='],
  ['<<', '<<'],
  ['"1"', '1'],
  ["'yes'", 'yes'],
  ['""', ''],
  ['!!str 1', '1'],
  ['!!str yes', 'yes'],
  ['!!str', ''],
  ['!!str ~', '~'],
  ['! 12', '12'],
  ['!foo bar', 'bar'],
  ['!!int "1"', 1],
  ['!!int 0440', 288],
  ['!!float 1', 1],
  ['!!float 0x10', 16],
  ['!!bool yes', true],
  ['!!binary aGVsbG8=', 'hello'],
  ['!!timestamp 2001-01-01', '2001-01-01'],
  ['"\\x41\\u263a\\U0001F680"', 'A☺🚀'],
  ['"a\\\n  b"', 'ab'],
  ['|\n  x', 'x'],
  ['|\n  x\n', 'x\n'],
  ['|-\n  x\n', 'x'],
  ['|+\n  x', 'x'],
  ['|+\n  x\n\n', 'x\n\n'],
  ['>\n  x\n  y', 'x y'],
  ['|1\n  x', ' x'],
  ['[\n1\n]', [1]],
  ['[\n# none\n]', []],
  ['{\n}', {}],
  ['"x\ny"', 'x y'],
  ['!!map {b: 1}', { b: 1 }],
  ['!!set {b}', { b: null }],
  ['[b: 1, c: 2]', [{ b: 1 }, { c: 2 }]],
  ['[x:y, -a, a#b]', ['x:y', '-a', 'a#b']],
];

/** Whole documents, with what Helm makes of their keys and merges. */
const documents: readonly (readonly [string, unknown])[] = [
  ['y: 1', { true: 1 }],
  ['0x10: a', { 16: 'a' }],
  ['1.0: a', { 1: 'a' }],
  ['1e3: a', { 1000: 'a' }],
  ['12:30: a', { '12:30': 'a' }],
  ['2001-01-01: a', { '2001-01-01': 'a' }],
  ['? a', { a: null }],
  ['{<<: {a: 2}, a: 1}', { a: 1 }],
  ['{a: 1, <<: {a: 2}}', { a: 2 }],
  ['<<: [{a: 1}, {a: 2, b: 3}]', { a: 1, b: 3 }],
  ['<<: {a: 1}\n<<: {a: 2, b: 1}', { a: 2, b: 1 }],
  ['"<<": {a: 1}', { '<<': { a: 1 } }],
  ['!!merge <<: {a: 1}', { a: 1 }],
  ['x: &x {a: {b: 1}}\nz: {<<: *x, a: {c: 1}}', { x: { a: { b: 1 } }, z: { a: { c: 1 } } }],
  ['&k a: 1\nb: *k', { a: 1, b: 'a' }],
  ['a: &x\nb: *x', { a: null, b: null }],
  ['\uFEFFa: 1', { a: 1 }],
  ['---\na: 1\n...\n', { a: 1 }],
  ['a: 1\n---\n', { a: 1 }],
];

describe('scalars are read as Helm reads them', () => {
  it.each(readByHelm)('a: %s', (text, value) => {
    const tree = parseTree(`a: ${text}`);
    expect(tree.problems).toEqual([]);
    expect(tree.root && dataOf(tree.root)).toEqual({ a: value });
  });

  it.each(documents)('%s', (text, value) => {
    const tree = parseTree(text);
    expect(tree.problems).toEqual([]);
    expect(tree.root && dataOf(tree.root)).toEqual(value);
  });
});

/** Texts that Helm refuses and js-yaml does not. */
const refusedByHelm = [
  'a: !!null x',
  'a: !!int yes',
  'a: !!int 1.5',
  'a: !!bool 1',
  '~: 1',
  '[a]: b',
  'a: &a [*a]',
  'a: *b',
  '<<: x',
  '<<: [x]',
  'a: [b?c]',
  '{a: b?}',
  '[:a]',
  '{a:}',
  '[a:, b]',
  'a: "\\/"',
  'a: "\\ud83d\\ude80"',
];

describe('what Helm refuses, or takes for something else, is a problem', () => {
  it.each(refusedByHelm)('%s', (text) => {
    const tree = parseTree(text);
    expect(tree.root).toBeUndefined();
    expect(tree.problems.map(({ code }) => code)).toEqual(['syntax']);
  });
});
