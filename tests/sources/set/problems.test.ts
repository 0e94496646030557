import { expect, it } from 'vitest';
import { applySet, type SetKind } from '../../../src/sources/set/apply-set.ts';

/** Options that Helm refuses: the kind, the text, the part at fault, and what is said. */
const cases: readonly (readonly [SetKind, string, string, string, string])[] = [
  ['set', 'a', 'a', 'no-value', 'a is given no value. Write a=VALUE.'],
  ['set', 'a=1,,b=2', ',', 'no-value', 'A comma stands where a key belongs. Take the comma out.'],
  ['set', 'a=1,b,c=2', 'b,', 'no-value', 'b is given no value. Write b=VALUE.'],
  ['set', 'a.=1', 'a.=1', 'no-value', 'a is given no key. Write a key after the dot.'],
  ['set', 'l[x]=1', 'l[x]', 'bad-index', '"x" is no index. Write a whole number between [ and ].'],
  ['set', 'b=1,l[1', 'l[1', 'bad-index', 'An index has no end. Write ] after it.'],
  ['set', 'l[-1]=1', 'l[-1]', 'bad-index', 'An index is negative. Count from 0.'],
  [
    'set',
    'l[70000]=1',
    'l[70000]=1',
    'bad-index',
    'The index 70000 is above 65536. Choose a smaller one.',
  ],
  [
    'set',
    'l[0]x=1',
    'l[0]x=',
    'bad-index',
    '"x" stands right after an index. Write =VALUE, .KEY or another index there.',
  ],
  ['set', 'l={a,b', 'l={a,b', 'unclosed-list', 'A list has no end. Write } after its last item.'],
  [
    'set',
    'n.a=1',
    'n.',
    'wrong-kind',
    'n is no mapping in what comes before, so nothing can be set in it. Set n as a whole, or make it a mapping in the values file.',
  ],
  [
    'set',
    'm[0]=1',
    'm[0]',
    'wrong-kind',
    'm is no list in what comes before, so nothing can be set in it. Set m as a whole, or make it a list in the values file.',
  ],
  [
    'set',
    `${'a.'.repeat(31)}b=1`,
    'a.'.repeat(31),
    'too-deep',
    'The name has more than 30 levels. Put the value into a values file.',
  ],
  [
    'set-json',
    'a={',
    'a=',
    'bad-json',
    'The value is no JSON. Write JSON, with texts in double quotes.',
  ],
  [
    'set-json',
    '{"a":1}',
    '{"a":1}',
    'no-value',
    'A whole object is taken by Helm 4 alone, and refused by Helm 3. Write KEY=JSON for each of its keys.',
  ],
  [
    'set-file',
    'a=gone',
    'a=gone',
    'unreadable-file',
    'gone cannot be read. Name a file that is there.',
  ],
];

it.each(cases)('--%s %s', (kind, text, part, code, words) => {
  const result = applySet({ kind, text }, { m: {}, n: null }, () => undefined);
  if (result.ok) throw new Error('It was taken.');
  const { problem } = result;
  const { offset, length } = problem.range;
  expect([problem.code, `${problem.message} ${problem.remedy}`]).toEqual([code, words]);
  expect(text.slice(offset, offset + length)).toBe(part);
});

it('leaves the values that it was given as they are', () => {
  const data = { m: { a: 1 }, l: [{ b: 1 }] };
  const result = applySet({ kind: 'set', text: 'm.a=2,l[0].b=2,l[2]=3' }, data, () => undefined);
  expect(data).toEqual({ m: { a: 1 }, l: [{ b: 1 }] });
  expect(result.ok && result.data).toEqual({ m: { a: 2 }, l: [{ b: 2 }, null, 3] });
});
