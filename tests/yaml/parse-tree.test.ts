import fc from 'fast-check';
import { load, mergeTag, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/yaml/line-index.ts';
import { nodeAt } from '../../src/yaml/locate.ts';
import type { YamlNode } from '../../src/yaml/node.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf } from '../../src/yaml/value.ts';
import { Dice, randomDocument } from './random-document.ts';
import { runs, timeout } from './runs.ts';
import { sample, validSamples } from './samples.ts';

/** The codes of a text's problems with the lines they point at. */
function problems(text: string): (string | number)[][] {
  const lines = new LineIndex(text);
  return parseTree(text).problems.map(({ code, range, related }) => [
    code,
    lines.positionAt(range.offset).line,
    ...(related ?? []).map((other) => lines.positionAt(other.offset).line),
  ]);
}

describe('problems lead to the line that has to change', () => {
  const long = Array.from({ length: 5000 }, (_, i) => `key${i}: value\n`).join('');
  const cases: readonly (readonly [string, string, (string | number)[][]])[] = [
    ['tab-indented.yaml', sample('bad/tab-indented.yaml'), [['tab-indentation', 10]]],
    [
      'duplicate-keys.yaml',
      sample('bad/duplicate-keys.yaml'),
      [
        ['duplicate-key', 13, 10],
        ['duplicate-key', 24, 15],
      ],
    ],
    ['unclosed-quote.yaml', sample('bad/unclosed-quote.yaml'), [['unclosed-quote', 8]]],
    ['multi-doc.yaml', sample('bad/multi-doc.yaml'), [['several-documents', 8]]],
    ['alias-bomb.yaml', sample('bad/alias-bomb.yaml'), [['too-many-aliases', 13]]],
    ['deep-nesting.yaml', sample('bad/deep-nesting.yaml'), [['too-deep', 116]]],
    ['a quote before quotes', 'x: 1\na: "foo\nb: "bar"\nc: 1\n', [['unclosed-quote', 2]]],
    ['a quote before an apostrophe', "a: 'foo\nb: it's\nc: 2\n", [['unclosed-quote', 1]]],
    ['a nested quote', 'x:\n  a: "foo\n  b: 1\ny: 2\n', [['unclosed-quote', 2]]],
    ['a quote in a long file', `a: "foo\n${long}`, [['unclosed-quote', 1]]],
    ['an open bracket', `x: 1\na: [1, 2\n${long}`, [['syntax', 2]]],
    ['an open brace', 'x: 1\na: {b: 1,\n  c: 2\nd: 3\n', [['syntax', 2]]],
    ['a tab before the first key', '\ta: 1', [['tab-indentation', 1]]],
    ['a tab after good lines', 'a:\n  b: 1\n\tc: 2\n', [['tab-indentation', 3]]],
    ['a conflict marker', 'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n', [['syntax', 2]]],
    ['a value that begins with @', 'a: 1\nb: @x\n', [['syntax', 2]]],
    ['a second colon', 'a: 1\nb: c: d\n', [['syntax', 2]]],
    ['a missing colon', 'a: 1\nb\nc: 1\n', [['syntax', 2]]],
    ['a missing colon on the first line', 'a\nb: 1\n', [['syntax', 1]]],
    ['no space after a colon', 'a: 1\nb:2\n\n# c\nc: 3\n', [['syntax', 2]]],
    ['no space after the first colon', 'a:1\nb: 2\n', [['syntax', 1]]],
    ['no space after a colon in an item', 'w:\n  - name:w\n    image: x\n', [['syntax', 2]]],
    ['no space after a colon below a long text', 'a: b\n  c\nd:1\ne: 2\n', [['syntax', 3]]],
    ['an alias of nothing', 'a: 1\nb: *x\n', [['syntax', 2]]],
    [
      'documents of which the first is empty',
      '---\n# nothing\n---\na: 1\n',
      [['several-documents', 3]],
    ],
    ['two documents after an end mark', 'a: 1\n...\n---\nb: 1\n', [['several-documents', 3]]],
    ['more than 2 MiB', 'a'.repeat(2 * 1024 * 1024 + 1), [['too-large', 1]]],
    ['the same key spelled twice', 'a: 1\n"\\u0061": 2\n', [['duplicate-key', 2, 1]]],
    ['the same number twice', '{16: 1, 0x10: 2}', [['duplicate-key', 1, 1]]],
  ];

  it.each(cases)('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('says what it is about', () => {
    const [first] = parseTree(sample('bad/duplicate-keys.yaml')).problems;
    expect(first?.message).toContain('"runAsUser"');
    expect(parseTree(sample('bad/deep-nesting.yaml')).problems[0]?.message).toContain('100');
    expect(parseTree('a: [1, 2\nb: 1').problems[0]?.remedy).toContain(']');
  });

  it('is quick about hostile texts', () => {
    const hostile = [
      sample('bad/alias-bomb.yaml'),
      '['.repeat(100_000),
      '- '.repeat(100_000),
      '? '.repeat(5000),
      `a: "${long}`,
      Array.from({ length: 600 }, (_, i) => `k${i}: [\n  a\n]\n`).join(''),
    ];
    for (const text of hostile) {
      const start = performance.now();
      parseTree(text);
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});

describe('texts that are fine', () => {
  it.each([
    '',
    '\n',
    '# only\n\n',
    '---\n',
    '\uFEFF',
    '---\n# c\n...\n',
    sample('bad/comments-only.yaml'),
  ])('nothing in %j', (text) => {
    expect(parseTree(text)).toEqual({ text, root: undefined, problems: [] });
  });

  it.each(validSamples)('%s reads as js-yaml reads it', (name) => {
    const text = sample(name);
    const tree = parseTree(text);
    expect(tree.problems).toEqual([]);
    // The two differ in what go-yaml does with a text that the end of the file cuts off.
    const schema = YAML11_SCHEMA.withTags(mergeTag);
    const data: unknown = load(name === 'quirks.yaml' ? text.replace(/$/, '\n') : text, { schema });
    const own =
      tree.root && dataOf(parseTree(name === 'quirks.yaml' ? `${text}\n` : text).root ?? tree.root);
    expect(JSON.parse(JSON.stringify(own))).toEqual(JSON.parse(JSON.stringify(data)));
  });

  it('keeps offsets in the text of the user where js-yaml needs repairs', () => {
    const text = 'a: [\n1,\n{b: "x\ny"}\n]\nc: |\n  [\n  ]\nd: [\n  2\n]\ne: 3\n';
    const tree = parseTree(text);
    expect(tree.root && dataOf(tree.root)).toEqual({
      a: [1, { b: 'x y' }],
      c: '[\n]\n',
      d: [2],
      e: 3,
    });
    const source = (path: readonly (string | number)[]) => {
      const range = nodeAt(tree.root, path)?.range ?? { offset: 0, length: 0 };
      return text.slice(range.offset, range.offset + range.length);
    };
    expect(source(['a', 1, 'b'])).toBe('"x\ny"');
    expect(source(['d'])).toBe('[\n  2\n]');
    expect(source(['e'])).toBe('3');
  });
});

describe('the tree of any text', () => {
  const pieces = [
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ': ',
    '- ',
    '\t',
    '\n',
    '\r\n',
    '&a ',
    '*a',
    '|',
    '>',
    '<<: ',
    '? ',
    '# ',
    '!!str ',
    '---\n',
    '\0',
    '\uD800',
    ',',
    '\uFEFF',
    '\n  ',
    'a: b',
    '%',
    '@',
  ];

  it(
    'never throws, and its ranges lie within each other',
    () => {
      fc.assert(
        fc.property(
          fc.integer(),
          fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces), fc.nat(4)), { maxLength: 6 }),
          (seed, cuts) => {
            let text = new Dice(seed).chance(3) ? '' : randomDocument(seed).text;
            for (const [at, piece, gone] of cuts) {
              const offset = at % (text.length + 1);
              text = text.slice(0, offset) + piece + text.slice(offset + gone);
            }
            const tree = parseTree(text);
            for (const { range } of tree.problems) {
              expect(range.offset).toBeGreaterThanOrEqual(0);
              expect(range.offset + range.length).toBeLessThanOrEqual(text.length);
            }
            if (tree.root !== undefined) checkRanges(tree.root, 0, text.length);
          },
        ),
        { numRuns: runs(400) },
      );
    },
    timeout,
  );

  it(
    'reads random documents as what they were made from',
    () => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const { text, data } = randomDocument(seed);
          const tree = parseTree(text);
          expect(tree.problems).toEqual([]);
          expect(tree.root && dataOf(tree.root)).toEqual(data);
        }),
        { numRuns: runs(400) },
      );
    },
    timeout,
  );
});

/** Plain comparisons: `expect` is too slow for this many. */
function checkRanges(node: YamlNode, low: number, high: number): void {
  const start = node.range.offset;
  const end = start + node.range.length;
  if (start < low || end > high)
    throw new Error(`${node.kind} ${start}-${end} not in ${low}-${high}`);
  let at = start;
  if (node.kind === 'mapping') {
    for (const entry of node.entries) {
      checkRanges(entry.key, at, end);
      checkRanges(entry.value, entry.key.range.offset + entry.key.range.length, end);
      at = entry.range.offset + entry.range.length;
    }
  } else if (node.kind === 'sequence') {
    for (const item of node.items) {
      checkRanges(item, at, end);
      at = item.range.offset + item.range.length;
    }
  }
}
