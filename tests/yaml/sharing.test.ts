import { describe, expect, it } from 'vitest';
import type { Change, PlainValue } from '../../src/yaml/change.ts';
import { changeText } from '../../src/yaml/change-text.ts';
import type { Path } from '../../src/yaml/path.ts';
import { sample } from './samples.ts';

/** The text after a change, or the code of its refusal with the paths it would have changed too. */
function after(text: string, change: Change): unknown {
  const result = changeText(text, [change]);
  const [refusal] = result.refused;
  if (refusal === undefined) return result.text;
  expect(result.text).toBe(text);
  return [refusal.code, ...(refusal.sharers ?? []).map((path) => path.join('/'))];
}

const set = (path: Path, value: PlainValue): Change => ({ op: 'set', path, value });
const append = (path: Path, value: PlainValue): Change => ({ op: 'append', path, value });
const remove = (path: Path): Change => ({ op: 'remove', path });

const block = 'p: &p\n  a: 1\nw:\n- s: *p\nt:\n  s:\n    <<: *p\n    b: 2\n';

describe('anchors, aliases and merge keys', () => {
  const cases: readonly (readonly [string, string, Change, unknown])[] = [
    [
      'a key below an alias overrides it',
      block,
      set(['w', 0, 's', 'c'], 3),
      block.replace('s: *p', 's:\n    <<: *p\n    c: 3'),
    ],
    [
      'also between brackets',
      'p: &p {a: 1}\nw: [{s: *p}]\n',
      set(['w', 0, 's', 'a'], 3),
      'p: &p {a: 1}\nw: [{s: {<<: *p, a: 3}}]\n',
    ],
    [
      'also as an item',
      'p: &p {a: 1}\nw:\n- *p # c\n',
      set(['w', 0, 'b'], 3),
      'p: &p {a: 1}\nw:\n- <<: *p # c\n  b: 3\n',
    ],
    [
      'not if the key lies deeper',
      'p: &p {a: {b: 1}}\nw: *p\n',
      set(['w', 'a', 'b'], 3),
      ['merged-value', 'p/a/b'],
    ],
    ['what an alias gives is there already', block, set(['w', 0, 's', 'a'], 1), block],
    ['an alias is replaced by a value', 'a: &a 1\nb: *a\n', set(['b'], 2), 'a: &a 1\nb: 2\n'],
    ['a merged key is overridden', block, set(['t', 's', 'a'], 3), `${block}    a: 3\n`],
    ['a merged key is there already', block, set(['t', 's', 'a'], 1), block],
    [
      'a mapping with a merge gets a key',
      block,
      set(['t', 's', 'c'], { d: 1 }),
      `${block}    c:\n      d: 1\n`,
    ],
    [
      'a merged mapping is not changed inside',
      'p: &p {a: {b: 1}}\nt:\n  <<: *p\n',
      set(['t', 'a', 'b'], 2),
      ['merged-value', 'p/a/b'],
    ],
    [
      'a merged list is not added to',
      'p: &p {a: [1]}\nt:\n  <<: *p\n',
      append(['t', 'a'], 2),
      ['merged-value', 'p/a'],
    ],
    [
      'an alias of a list is not added to',
      'p: &p [1]\nt: *p\n',
      append(['t'], 2),
      ['merged-value', 'p'],
    ],
    [
      'what an alias stands for is not removed, though a merge key hides the alias',
      'm: &m {s: 1}\np: {a: &a 1}\nt:\n  s: *a\n  <<: *m\n',
      remove(['p', 'a']),
      ['shared-anchor', 't/s'],
    ],
    [
      'nor with what is around it',
      'm: &m {s: 1}\np: {a: &a 1}\nt:\n  s: *a\n  <<: *m\n',
      remove(['p']),
      ['shared-anchor', 't/s'],
    ],
    [
      'but it is replaced, for the anchor stays',
      'm: &m {s: 1}\np: {a: &a 1}\nt:\n  s: *a\n  <<: *m\n',
      set(['p', 'a'], 2),
      'm: &m {s: 1}\np: {a: &a 2}\nt:\n  s: *a\n  <<: *m\n',
    ],
    [
      'a merged key is not removed',
      block,
      remove(['t', 's', 'a']),
      ['merged-value', 'p/a', 'w/0/s/a'],
    ],
    [
      'an override is not removed',
      'p: &p {a: 1}\nt: {<<: *p, a: 2}\n',
      remove(['t', 'a']),
      ['merged-value'],
    ],
    [
      'an own key beside a merge is removed',
      block,
      remove(['t', 's', 'b']),
      block.replace('    b: 2\n', ''),
    ],
    [
      'a change at the anchor names who shares it',
      block,
      set(['p', 'b'], 2),
      ['shared-anchor', 'w/0/s/b'],
    ],
    [
      'also a change of what is there',
      block,
      set(['p', 'a'], 2),
      ['shared-anchor', 'w/0/s/a', 't/s/a'],
    ],
    ['also a removal', block, remove(['p', 'a']), ['shared-anchor', 'w/0/s/a', 't/s/a']],
    [
      'an overridden key is not shared',
      'p: &p {a: 1}\nt: {<<: *p, a: 2}\n',
      set(['p', 'a'], 3),
      'p: &p {a: 3}\nt: {<<: *p, a: 2}\n',
    ],
    [
      'an anchored value with aliases is not replaced',
      'a: &a 1\nb: *a\n',
      set(['a'], 2),
      ['shared-anchor', 'b'],
    ],
    ['nor removed', 'a: &a 1\nb: *a\n', remove(['a']), ['shared-anchor', 'b']],
    [
      'nor removed with what is around it',
      'x: {a: &a 1}\nb: *a\n',
      remove(['x']),
      ['shared-anchor', 'b'],
    ],
    [
      'an anchor without aliases is no obstacle',
      'a: &a {x: 1}\nb: 1\n',
      set(['a', 'y'], 2),
      'a: &a {x: 1, "y": 2}\nb: 1\n',
    ],
    [
      'an anchor and its aliases go together',
      'x: {a: &a 1, b: *a}\nc: 1\n',
      remove(['x']),
      'c: 1\n',
    ],
    [
      'a merge from a list of mappings',
      'p: &p {a: 1}\nq: &q {a: 2}\nt:\n  <<: [*p, *q]\n',
      set(['q', 'a'], 3),
      'p: &p {a: 1}\nq: &q {a: 3}\nt:\n  <<: [*p, *q]\n',
    ],
    [
      'a merge after a key wins, as in Helm',
      'p: &p {a: 1}\nt:\n  a: 2\n  <<: *p\n',
      set(['t', 'a'], 3),
      ['merged-value', 'p/a'],
    ],
  ];

  it.each(cases)('%s', (_, text, change, expected) => {
    expect(after(text, change)).toEqual(expected);
  });

  it('names the anchor and points at it', () => {
    const [refusal] = changeText(block, [set(['p', 'b'], 2)]).refused;
    expect(refusal?.message).toContain('&p');
    expect(refusal?.message).toContain('w[0].s.b');
    expect(block.slice(refusal?.range.offset).startsWith('&p')).toBe(true);
  });
});

describe('the same change for all sharers', () => {
  it('is made once, at the anchor', () => {
    const changes = [set(['w', 0, 's', 'c'], 3), set(['p', 'c'], 3), set(['t', 's', 'c'], 3)];
    const expected = { text: block.replace('  a: 1\n', '  a: 1\n  c: 3\n'), refused: [] };
    expect(changeText(block, changes)).toEqual(expected);
    expect(changeText(block, changes.toReversed())).toEqual(expected);
  });

  it('also replaces, adds and removes', () => {
    const text = 'a: &a [1]\nb: *a\n';
    expect(changeText(text, [append(['a'], 2), append(['b'], 2)]).text).toBe(
      'a: &a [1, 2]\nb: *a\n',
    );
    expect(changeText(text, [set(['a'], 'x'), set(['b'], 'x')]).text).toBe('a: &a x\nb: *a\n');
    expect(changeText(text, [set(['b', 0], 'x'), set(['a', 0], 'x')]).text).toBe(
      'a: &a [x]\nb: *a\n',
    );
    expect(
      changeText(block, [remove(['p', 'a']), remove(['w', 0, 's', 'a']), remove(['t', 's', 'a'])])
        .text,
    ).toBe(block.replace('\n  a: 1', ' {}'));
  });

  it('is refused if one of them is missing, or differs', () => {
    const some = changeText(block, [set(['p', 'a'], 3), set(['w', 0, 's', 'a'], 3)]);
    expect(some.text).toBe(block.replace('s: *p', 's:\n    <<: *p\n    a: 3'));
    expect(some.refused.map(({ code }) => code)).toEqual(['shared-anchor']);
    const other = changeText('a: &a 1\nb: *a\n', [set(['a'], 2), set(['b'], 3)]);
    expect(other.text).toBe('a: &a 1\nb: 3\n');
  });
});

const hidden =
  'm: &m {s: 1}\np: {a: &a 1, b: 2}\nl: [2, &i 1]\nt:\n  s: *a\n  <<: *m\nu:\n  s: *i\n  <<: *m\n';
const keyed = 'a: {&k x: 1, z: 2}\nb: *k\n';

describe('an anchor that is used elsewhere', () => {
  it.each<readonly [string, string, Change, string, readonly string[]]>([
    ['an entry', 'a: {x: &n 1, z: 2}\nb: {x: *n}\n', set(['a'], { z: 2 }), '&n', ['b/x']],
    ['an item', 'a: [2, &n 1]\nb: *n\n', set(['a'], [2]), '&n', ['b']],
    [
      'an entry with more in it',
      'a:\n  x:\n    q: &n 1\n  z: 2\nb: *n\n',
      set(['a'], { z: 2 }),
      '&n',
      ['b'],
    ],
    [
      'an entry that is merged',
      'a:\n  x: &n\n    q: 1\n  z: 2\nb:\n  <<: *n\n',
      set(['a'], { z: 2 }),
      '&n',
      ['b'],
    ],
    ['an entry, though a merge key hides the alias', hidden, set(['p'], { b: 2 }), '&a', ['t/s']],
    ['an item, though a merge key hides the alias', hidden, set(['l'], [2]), '&i', ['u/s']],
    ['a key', keyed, set(['a'], { z: 2 }), '&k', ['b']],
    ['a key with its value', keyed, remove(['a', 'x']), '&k', ['b']],
    ['a key and all around it', keyed, remove(['a']), '&k', ['b']],
  ])('goes with nothing: not with %s', (_, text, change, anchor, sharers) => {
    const { text: same, refused } = changeText(text, [change]);
    expect(same).toBe(text);
    expect(refused).toMatchObject([{ code: 'shared-anchor', change }]);
    expect(refused[0]?.sharers?.map((path) => path.join('/'))).toEqual(sharers);
    expect(refused[0]?.together).toBeUndefined();
    expect(text.slice(refused[0]?.range.offset)).toMatch(new RegExp(`^${anchor}\\s`));
  });

  it('goes along with all its aliases', () => {
    const text = 'a: {x: &n 1, u: *n, z: 2}\nb: [&i 3, 4, *i]\n';
    expect(changeText(text, [set(['a'], { z: 2 })])).toEqual({
      text: text.replace('x: &n 1, u: *n, ', ''),
      refused: [],
    });
    expect(after('b: [4, &i 3, *i]\n', set(['b'], [4]))).toBe('b: [4]\n');
  });

  it('goes once its aliases are gone', () => {
    const text = 'a: {x: &n 1, z: 2}\nb: {x: *n, z: 2}\n';
    const [a, b] = [remove(['a', 'x']), remove(['b', 'x'])];
    expect(changeText(text, [b, a])).toEqual({ text: 'a: {z: 2}\nb: {z: 2}\n', refused: [] });
    const first = changeText(text, [a, b]);
    expect(first.text).toBe('a: {x: &n 1, z: 2}\nb: {z: 2}\n');
    expect(first.refused).toMatchObject([{ code: 'shared-anchor', sharers: [['b', 'x']] }]);
  });
});

describe('quirks.yaml', () => {
  const text = sample('quirks.yaml');

  it('takes a change at the anchor if all sharers agree', () => {
    const profile = { type: 'RuntimeDefault' };
    const paths: Path[] = [
      ['podSecurityContext'],
      ['workers', 0, 'podSecurityContext'],
      ['triggerer', 'podSecurityContext'],
    ];
    const changes = paths.map((path) => set([...path, 'seccompProfile'], profile));
    expect(changeText(text, changes)).toEqual({
      text: text.replace(
        'runAsNonRoot: true\n',
        'runAsNonRoot: true\n  seccompProfile:\n    type: RuntimeDefault\n',
      ),
      refused: [],
    });
    expect(after(text, set(['podSecurityContext', 'seccompProfile'], profile))).toEqual([
      'shared-anchor',
      'workers/0/podSecurityContext/seccompProfile',
      'triggerer/podSecurityContext/seccompProfile',
    ]);
  });

  it('is edited without a change of anything else', () => {
    const changes = [
      append(['dagProcessor', 'volumes'], { name: 'tmp', emptyDir: {} }),
      append(['dagProcessor', 'volumeMounts'], { name: 'tmp', mountPath: '/tmp' }),
      set(['sentinel', 'podSecurityContext', 'runAsNonRoot'], true),
      append(['triggerer', 'volumeMounts'], { name: 'tmp', mountPath: '/tmp' }),
    ];
    expect(changeText(text, changes)).toEqual({
      text: text
        .replace(
          '    volumes: []\n',
          '    volumes:\n        -   name: tmp\n            emptyDir: {}\n',
        )
        .replace(
          '      # nothing yet\n',
          '      # nothing yet\n      {name: tmp, mountPath: /tmp}\n',
        )
        .replace(
          '  config: |\n    heart',
          '  podSecurityContext:\n    runAsNonRoot: true\n  config: |\n    heart',
        )
        .replace(
          /( {3}mountPath: \/usr\/local\/airflow\/logs # trailing.*\n)/,
          '$1 - name: tmp\n   mountPath: /tmp\n',
        ),
      refused: [],
    });
  });
});
