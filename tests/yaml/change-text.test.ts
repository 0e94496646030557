import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/yaml/change.ts';
import { changeText } from '../../src/yaml/change-text.ts';
import { sample, validSamples } from './samples.ts';

describe('changeText', () => {
  it('makes several changes in the order given', () => {
    const changes: Change[] = [
      { op: 'append', path: ['a'], value: 1 },
      { op: 'append', path: ['a'], value: 2 },
      { op: 'append', path: ['a'], value: 3 },
      { op: 'set', path: ['b', 'x'], value: 1 },
      { op: 'set', path: ['b', 'z'], value: 2 },
      { op: 'set', path: ['c'], value: 1 },
      { op: 'set', path: ['d'], value: 1 },
      { op: 'remove', path: ['c'] },
    ];
    expect(changeText('a: []\nc: 0\n', changes)).toEqual({
      text: 'a:\n  - 1\n  - 2\n  - 3\nb:\n  x: 1\n  z: 2\nd: 1\n',
      refused: [],
    });
  });

  it('counts indexes as the changes before have left them', () => {
    const changes: Change[] = [
      { op: 'remove', path: ['a', 0] },
      { op: 'set', path: ['a', 1], value: 'x' },
      { op: 'set', path: ['a', 2], value: 'new' },
      { op: 'set', path: ['a', 2], value: 'newer' },
    ];
    expect(changeText('a: [1, 2, 3]\n', changes).text).toBe('a: [2, x, newer]\n');
  });

  it.each<readonly [what: string, before: string, changes: readonly Change[], after: string]>([
    [
      'a value back as it was',
      'a: 0\n',
      [
        { op: 'set', path: ['a'], value: 1 },
        { op: 'set', path: ['a'], value: 2 },
        { op: 'set', path: ['a'], value: 1 },
      ],
      'a: 1\n',
    ],
    [
      'the first item twice',
      'l: [x, y, z]\n',
      [
        { op: 'remove', path: ['l', 0] },
        { op: 'remove', path: ['l', 0] },
      ],
      'l: [z]\n',
    ],
    [
      'an item twice',
      'a: []\n',
      [
        { op: 'append', path: ['a'], value: { b: 1 } },
        { op: 'append', path: ['a'], value: { b: 1 } },
      ],
      'a:\n  - b: 1\n  - b: 1\n',
    ],
    [
      'an item twice behind an anchor',
      'a: &l [x]\nb: *l\n',
      [
        { op: 'append', path: ['a'], value: 'u' },
        { op: 'append', path: ['a'], value: 'u' },
        { op: 'append', path: ['b'], value: 'u' },
        { op: 'append', path: ['b'], value: 'u' },
      ],
      'a: &l [x, u, u]\nb: *l\n',
    ],
    [
      'an entry again that was taken out',
      'a: {b: 1, c: 2}\n',
      [
        { op: 'remove', path: ['a', 'b'] },
        { op: 'set', path: ['a', 'b'], value: 3 },
        { op: 'remove', path: ['a', 'b'] },
      ],
      'a: {c: 2}\n',
    ],
  ])('makes equal changes as often as they come: %s', (_, before, changes, after) => {
    expect(changeText(before, changes)).toEqual({ text: after, refused: [] });
  });

  it('removes all entries of a mapping', () => {
    const changes: Change[] = ['b', 'c', 'd'].map((key) => ({ op: 'remove', path: ['a', key] }));
    expect(changeText('a: {b: 1, c: 2, d: 3}\n', changes).text).toBe('a: {}\n');
    expect(changeText('a:\n  b: 1\n  c: 2\n  d: 3\ne: 1\n', changes).text).toBe('a: {}\ne: 1\n');
  });

  it('goes on after a refusal', () => {
    const result = changeText('a: 1\nb: 1\n', [
      { op: 'set', path: ['a', 'x'], value: 1 },
      { op: 'set', path: ['b'], value: 2 },
    ]);
    expect(result.text).toBe('a: 1\nb: 2\n');
    expect(result.refused.map(({ code, change }) => [code, change.path])).toEqual([
      ['wrong-kind', ['a', 'x']],
    ]);
  });

  it.each(validSamples)('leaves %s alone without changes', (name) => {
    expect(changeText(sample(name), []).text).toBe(sample(name));
  });

  it('refuses everything in a text that does not parse', () => {
    const text = sample('bad/duplicate-keys.yaml');
    const result = changeText(text, [{ op: 'set', path: ['a'], value: 1 }]);
    expect(result.text).toBe(text);
    expect(result.refused.map(({ code }) => code)).toEqual(['unreadable']);
  });

  it('makes 400 changes in a long file', () => {
    const worker = (i: number) =>
      `  - name: worker-${i}\n    queues: default\n    # sc:\n    containerSecurityContext: {}\n    volumes: []\n    volumeMounts:\n      - name: x\n        mountPath: /x\n${'    # filler\n'.repeat(40)}`;
    const text = `workers:\n${Array.from({ length: 100 }, (_, i) => worker(i)).join('')}`;
    const changes = Array.from({ length: 100 }, (_, i): Change[] => [
      {
        op: 'set',
        path: ['workers', i, 'podSecurityContext', 'seccompProfile', 'type'],
        value: 'RuntimeDefault',
      },
      {
        op: 'set',
        path: ['workers', i, 'containerSecurityContext'],
        value: { capabilities: { drop: ['ALL'] } },
      },
      { op: 'append', path: ['workers', i, 'volumes'], value: { name: 'tmp', emptyDir: {} } },
      {
        op: 'append',
        path: ['workers', i, 'volumeMounts'],
        value: { name: 'tmp', mountPath: '/tmp' },
      },
    ]).flat();
    const result = changeText(text, changes);
    expect(result.refused).toEqual([]);
    expect(
      changeText(
        result.text,
        changes.filter(({ op }) => op === 'set'),
      ).text,
    ).toBe(result.text);
  });
});
