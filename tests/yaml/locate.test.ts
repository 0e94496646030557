import { describe, expect, it } from 'vitest';
import { entryLines, nodeAt, pathAt, rangeAt } from '../../src/yaml/locate.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import type { Path } from '../../src/yaml/path.ts';
import type { TextRange } from '../../src/yaml/text-edit.ts';
import { dataOf } from '../../src/yaml/value.ts';

const text = `# top
p: &p {a: 1, b: [x, "y"]}
w:
  - name: one   # first
    s: *p
    t:
      <<: *p
      a: 2
  -
    name: two
e:
`;
const tree = parseTree(text);
const cut = (range: TextRange | undefined) =>
  range && text.slice(range.offset, range.offset + range.length);

describe('nodeAt', () => {
  it.each<readonly [Path, unknown]>([
    [['p', 'b', 1], 'y'],
    [['w', 0, 's', 'a'], 1],
    [['w', 0, 's', 'b', 0], 'x'],
    [['w', 0, 't', 'a'], 2],
    [
      ['w', 0, 't', 'b'],
      ['x', 'y'],
    ],
    [['w', 1], { name: 'two' }],
    [['e'], null],
  ])('%j', (path, value) => {
    const node = nodeAt(tree.root, path);
    expect(node && dataOf(node)).toEqual(value);
  });

  it.each<readonly [Path]>([
    [['x']],
    [['w', 'name']],
    [['p', 0]],
    [['p', 'a', 'b']],
    [['w', 2]],
    [['w', '0']],
  ])('nothing at %j', (path) => {
    expect(nodeAt(tree.root, path)).toBeUndefined();
  });

  it('finds nothing in nothing', () => {
    expect(nodeAt(undefined, [])).toBeUndefined();
  });
});

describe('pathAt', () => {
  it.each<readonly [string, Path]>([
    ['# top', []],
    ['p:', ['p']],
    ['"y"', ['p', 'b', 1]],
    ['b: [', ['p', 'b']],
    ['name: one', ['w', 0, 'name']],
    ['one ', ['w', 0, 'name']],
    ['- name', ['w', 0]],
    ['*p', ['w', 0, 's']],
    ['two', ['w', 1, 'name']],
    ['<<', ['w', 0, 't']],
  ])('at %j', (at, path) => {
    expect(pathAt(tree.root, text.indexOf(at))).toEqual(path);
  });
});

describe('rangeAt', () => {
  it.each<readonly [Path, boolean, string, string | undefined]>([
    [['w', 0, 'name'], true, 'one', 'name'],
    [['e'], true, 'e', 'e'],
    [['w', 0, 'x', 'z'], false, 'name', 'name'],
    [['p', 'x'], false, 'p', 'p'],
    [['w', 0, 't', 'x'], false, 't', 't'],
    [['p', 'b', 5], false, 'b', 'b'],
    [['x', 'y'], false, 'p: &p {a: 1, b: [x, "y"]}', undefined],
  ])('%j', (path, exact, range, key) => {
    const found = rangeAt(tree, path);
    expect([found.exact, cut(found.range), cut(found.key)]).toEqual([exact, range, key]);
  });

  it('points at the first line of a text that does not parse', () => {
    expect(rangeAt(parseTree('a: "b'), ['a']).range).toEqual({ offset: 0, length: 5 });
  });
});

describe('entryLines', () => {
  it('spans from the key to the end of the value', () => {
    expect(cut(entryLines(tree, ['w', 0, 'name']))).toBe('  - name: one   # first\n');
    expect(cut(entryLines(tree, ['w', 0, 't']))).toBe('    t:\n      <<: *p\n      a: 2\n');
    expect(cut(entryLines(tree, ['w', 1]))).toBe('  -\n    name: two\n');
    expect(cut(entryLines(tree, ['e', 'x']))).toBe('e:\n');
  });
});
