import { describe, expect, it } from 'vitest';
import { changeLayers } from '../../../src/sources/layers/change-layers.ts';
import { provenanceOf } from '../../../src/sources/layers/history.ts';
import { fileLayer, lineIn, setLayer } from '../../../src/sources/layers/layer.ts';
import type { Merge } from '../../../src/sources/layers/merge-layers.ts';
import type { Change } from '../../../src/yaml/change.ts';
import { mergeOf } from './random-layers.ts';

function merged(files: readonly string[], options: readonly string[] = []): Merge {
  return mergeOf([
    ...files.map((text, index) => fileLayer(`${index}.yaml`, text)),
    ...options.map((text) => setLayer({ kind: 'set', text })),
  ]);
}

function texts({ steps }: Merge): readonly string[] {
  return steps.map(({ layer }) => (layer.kind === 'file' ? layer.tree.text : layer.text));
}

const set = (path: Change['path'], value: string | number | boolean): Change => ({
  op: 'set',
  path,
  value,
});

interface Case {
  readonly name: string;
  readonly files: readonly string[];
  readonly options?: readonly string[];
  readonly change: Change;
  readonly into?: number;
  /** The files afterwards. */
  readonly after: readonly string[];
}

const made: readonly Case[] = [
  {
    name: 'the last layer that sets the very value',
    files: ['a: 1\n', 'a: 2\n', 'b: 1\n'],
    change: set(['a'], 3),
    after: ['a: 1\n', 'a: 3\n', 'b: 1\n'],
  },
  {
    name: 'the first layer that sets the mapping around a new value',
    files: ['m:\n  a: 1\n', 'm:\n  b: 2\n'],
    change: set(['m', 'c'], 3),
    after: ['m:\n  a: 1\n  c: 3\n', 'm:\n  b: 2\n'],
  },
  {
    name: 'the nearest parent, not the outermost',
    files: ['m:\n  a: 1\n', 'm:\n  k:\n    b: 2\n'],
    change: set(['m', 'k', 'c'], 3),
    after: ['m:\n  a: 1\n', 'm:\n  k:\n    b: 2\n    c: 3\n'],
  },
  {
    name: 'the layer behind a null that hides the first mapping',
    files: ['m:\n  a: 1\n', 'm: null\n', 'm:\n  b: 2\n'],
    change: set(['m', 'c'], 3),
    after: ['m:\n  a: 1\n', 'm: null\n', 'm:\n  b: 2\n  c: 3\n'],
  },
  {
    name: 'the last layer that sets the list',
    files: ['workers:\n  - name: a\n', 'workers:\n  - name: b\n'],
    change: set(['workers', 0, 'x'], 3),
    after: ['workers:\n  - name: a\n', 'workers:\n  - name: b\n    x: 3\n'],
  },
  {
    name: 'the list, to be added to',
    files: ['l:\n  - 1\n', 'l:\n  - 2\n', 'm: 1\n'],
    change: { op: 'append', path: ['l'], value: 3 },
    after: ['l:\n  - 1\n', 'l:\n  - 2\n  - 3\n', 'm: 1\n'],
  },
  {
    name: 'the first file where nothing is there yet',
    files: ['a: 1\n', 'b: 2\n'],
    change: set(['m', 'c'], 3),
    after: ['a: 1\nm:\n  c: 3\n', 'b: 2\n'],
  },
  {
    name: 'the file that was asked for',
    files: ['m:\n  a: 1\n', 'm:\n  b: 2\n'],
    change: set(['m', 'c'], 3),
    into: 1,
    after: ['m:\n  a: 1\n', 'm:\n  b: 2\n  c: 3\n'],
  },
  {
    name: 'an item beside what an option sets in it',
    files: ['workers:\n  - name: a\n'],
    options: ['workers[0].x=1'],
    change: set(['workers', 0, 'z'], 3),
    after: ['workers:\n  - name: a\n    z: 3\n', 'workers[0].x=1'],
  },
  {
    name: 'every layer that would show through, for what is taken out',
    files: ['m:\n  a: 1\n  b: 1\n', 'm:\n  a: 2\n  c: 1\n'],
    change: { op: 'remove', path: ['m', 'a'] },
    after: ['m:\n  b: 1\n', 'm:\n  c: 1\n'],
  },
  {
    name: 'only the layer in sight, where a list hides the others',
    files: ['l:\n  - a: 1\n    b: 1\n', 'l:\n  - a: 2\n    b: 2\n'],
    change: { op: 'remove', path: ['l', 0, 'a'] },
    after: ['l:\n  - a: 1\n    b: 1\n', 'l:\n  - b: 2\n'],
  },
  {
    name: 'nothing, where the value is as it should be',
    files: ['a: 1\n'],
    options: ['a=2'],
    change: set(['a'], 2),
    after: ['a: 1\n', 'a=2'],
  },
];

interface Refusal extends Omit<Case, 'after'> {
  readonly layer: number;
  readonly line: number;
  readonly message: string;
}

const refused: readonly Refusal[] = [
  {
    name: 'what an option sets',
    files: ['a: 1\n'],
    options: ['b=1', 'a=2'],
    change: set(['a'], 3),
    layer: 2,
    line: 0,
    message: '--set a=… decides a, and no file can change that.',
  },
  {
    name: 'what lies in a mapping that an option takes away',
    files: ['m:\n  a: 1\n'],
    options: ['m=null'],
    change: set(['m', 'a'], 3),
    layer: 1,
    line: 0,
    message: '--set m=… decides m, and no file can change that.',
  },
  {
    name: 'a value that a later layer than the chosen one sets',
    files: ['a: 1\n', '# c\n\na: 2\n'],
    change: set(['a'], 3),
    into: 0,
    layer: 1,
    line: 3,
    message: 'a is set here, which hides what other layers say of it.',
  },
  {
    name: 'a mapping that a later null hides',
    files: ['m:\n  a: 1\n', 'b: 1\nm: null\n'],
    change: set(['m', 'c'], 3),
    into: 0,
    layer: 1,
    line: 2,
    message: 'm is set here, which hides what other layers say of it.',
  },
  {
    name: 'an item of a list that a later layer replaces',
    files: ['workers:\n  - name: a\n', 'b: 1\nworkers:\n  - name: b\n'],
    change: set(['workers', 0, 'x'], 3),
    into: 0,
    layer: 1,
    line: 2,
    message: 'workers is set here, which hides what other layers say of it.',
  },
  {
    name: 'an item of a list in a later layer than the one that sets it',
    files: ['workers:\n  - name: a\n', 'b: 1\n'],
    change: set(['workers', 0, 'x'], 3),
    into: 1,
    layer: 0,
    line: 1,
    message: 'workers is set here, which hides what other layers say of it.',
  },
  {
    name: 'what would bring back what a null hides',
    files: ['m:\n  a: 1\n', 'm: null\n'],
    change: set(['m', 'c'], 3),
    layer: 1,
    line: 1,
    message: 'm is set here, and other layers say more of it.',
  },
  {
    name: 'what is to be taken out of a value that an option sets',
    files: ['a: 1\n'],
    options: ['a=2'],
    change: { op: 'remove', path: ['a'] },
    layer: 1,
    line: 0,
    message: '--set a=… decides a, and no file can change that.',
  },
];

describe('a change is written in', () => {
  it.each(made)('$name', ({ files, options, change, into, after }) => {
    const result = changeLayers(merged(files, options), [change], into);
    expect(result.refused).toEqual([]);
    expect(texts(result.merge)).toEqual(after);
  });
});

describe('a change is refused of', () => {
  it.each(refused)('$name', ({ files, options, change, into, layer, line, message }) => {
    const before = merged(files, options);
    const { merge, refused: found } = changeLayers(before, [change], into);
    expect(found.map((one) => [one.layer, one.message])).toEqual([[layer, message]]);
    const at = before.steps[layer]?.layer;
    const offset = found[0]?.range.offset ?? -1;
    expect(at?.kind === 'file' ? lineIn(at, offset) : 0).toBe(line);
    expect(texts(merge)).toEqual(texts(before));
  });
});

describe('where a value comes from', () => {
  const merge = merged(
    ['m:\n  a: 1\n  b: 1\nl: [1, 2]\n', 'm:\n  a: 2\nk: 1\n', 'k: null\n'],
    ['m.b=3', 'l[4]=5', 'l[5].x=1'],
  );
  const layersOf = (path: Change['path']) => {
    const found = provenanceOf(merge, path);
    const at = (all: readonly { readonly layer: number }[]) => all.map(({ layer }) => layer);
    return found && [found.decides.layer, at(found.joined), at(found.shadowed)];
  };

  it.each([
    [['m'], [0, [1, 3], []]],
    [
      ['m', 'a'],
      [1, [], [0]],
    ],
    [
      ['m', 'b'],
      [3, [], [0]],
    ],
    [['k'], [2, [], [1]]],
    [['l'], [0, [4, 5], []]],
    [
      ['l', 1],
      [0, [], []],
    ],
    [
      ['l', 3],
      [4, [], []],
    ],
    [
      ['l', 4],
      [4, [], []],
    ],
    [
      ['l', 5],
      [5, [], []],
    ],
    [
      ['l', 5, 'x'],
      [5, [], []],
    ],
    [['l', 6], undefined],
    [['k', 'x'], undefined],
    [['x'], undefined],
  ])('%j', (path, expected) => {
    expect(layersOf(path)).toEqual(expected);
  });
});
