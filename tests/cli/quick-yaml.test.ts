import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderedDeployments } from '../../bench/cli/rendered.ts';
import { quickData } from '../../src/cli/input/quick-yaml.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf } from '../../src/yaml/value.ts';
import { randomDocument } from '../yaml/random-document.ts';

/** How often each property is tried; QUICK_RUNS times that for a long search. */
const runs = (usual: number) => Math.round(usual * Number(process.env.QUICK_RUNS ?? 1));

/** What the quick reader reads, the parser reads, and as the same data. */
function agrees(text: string): void {
  const quick = quickData(text);
  if (quick === undefined) return;
  const { root, problems } = parseTree(text);
  expect(problems, text).toEqual([]);
  expect(root && dataOf(root), text).toEqual(quick);
}

/** Pieces of lines that mean something, in wild combinations. */
const piece = fc.constantFrom(
  ...[
    'a',
    'b:',
    'key: ',
    'on: ',
    '- ',
    '-',
    '--- ',
    '---',
    '...',
    '?',
    ': ',
    ':',
    ' ',
    '  ',
    '    ',
  ],
  ...['#', ' # c', '"q"', "'q'", '"', "'", '|', '|-', '|+', '>', '>-', '{}', '[]', '["a", "b"]'],
  ...['[', ']', '{', ',', '&a ', '*a', '!!str ', '<<: ', '%', '@', '`', '\\', '\t', '\r', '\uFEFF'],
  ...['1', '0440', '1_000', '0x1F', '1e3', '.5', '-1', 'yes', 'No', 'null', '~', 'True', '12:30'],
  ...['é', '\u2028', '\u0085', '--flag', '-x', ':x', 'a b', 'x#y', 'http://h:1', '__proto__: '],
);
const line = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
const wild = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
const plainLine = fc
  .tuple(fc.constantFrom(0, 2, 4), fc.constantFrom('', '- '), fc.constantFrom('a', 'b', 'c'), piece)
  .map(([indent, dash, key, value]) => `${' '.repeat(indent)}${dash}${key}: ${value}`);
const nearlyPlain = fc
  .array(fc.oneof({ weight: 5, arbitrary: plainLine }, line), { maxLength: 10 })
  .map((lines) => lines.join('\n'));

const plain = [
  renderedDeployments(0, 1),
  readFileSync('tests/samples/team-edited.yaml', 'utf8'),
  'a: |\n  one\n\n    two\n  # three\nb:\n- c: "d"\n  e: []\n-\n  f: {}\n- \'g\'\nh:\n',
];
const damage = fc.record({
  text: fc.constantFrom(...plain),
  at: fc.nat(),
  cut: fc.integer({ min: 0, max: 3 }),
  put: fc.oneof(piece, fc.constantFrom('\n', '\n ', '\n  ', '\n\n')),
});

describe('what the quick reader reads, the parser reads alike', () => {
  test('in documents of every style', () => {
    const property = fc.property(fc.nat(), (seed) => agrees(randomDocument(seed).text));
    fc.assert(property, { numRuns: runs(2000) });
  });

  test('in wild combinations of pieces', () => {
    fc.assert(fc.property(wild, agrees), { numRuns: runs(10_000) });
  });

  test('in documents that are nearly plain', () => {
    fc.assert(fc.property(nearlyPlain, agrees), { numRuns: runs(10_000) });
  });

  test('in plain documents with damage', { timeout: 60_000 }, () => {
    const property = fc.property(damage, ({ text, at, cut, put }) => {
      const start = at % (text.length + 1);
      agrees(text.slice(0, start) + put + text.slice(start + cut));
    });
    fc.assert(property, { numRuns: runs(600) });
  });

  test('in every sample', () => {
    for (const name of ['astro-ui-1x', 'astro-ui-2x', 'already-restricted', 'quirks', 'crlf']) {
      agrees(readFileSync(`tests/samples/${name}.yaml`, 'utf8'));
    }
  });
});

test('what Helm renders is read quickly', () => {
  const data = quickData(renderedDeployments(0, 1));
  expect(data).toMatchObject({ kind: 'Deployment', spec: { template: { spec: {} } } });
});

test('it gives up rather than guess', () => {
  for (const text of ['a: b: c', 'a: 1\na: 2', 'a: [x]', 'a: "\\n"', 'a:\n - b\n  - c', '\ta: 1']) {
    expect(quickData(text), text).toBeUndefined();
  }
});
