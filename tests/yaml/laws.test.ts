import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, PlainValue } from '../../src/yaml/change.ts';
import { changeText } from '../../src/yaml/change-text.ts';
import { entryLines, nodeAt } from '../../src/yaml/locate.ts';
import { parseTree, type YamlTree } from '../../src/yaml/parse-tree.ts';
import type { Path } from '../../src/yaml/path.ts';
import { changedData } from '../../src/yaml/plain-data.ts';
import { plan } from '../../src/yaml/plan.ts';
import { applyEdits } from '../../src/yaml/text-edit.ts';
import { dataOf, isObject, sameValue } from '../../src/yaml/value.ts';
import { Dice, randomDocument } from './random-document.ts';
import { runs, timeout } from './runs.ts';
import { sample, validSamples } from './samples.ts';

const keys = [
  'a',
  'b',
  'name',
  'env',
  'new',
  'volumes',
  'yes',
  '__proto__',
  'podSecurityContext',
] as const;

const values: readonly PlainValue[] = [
  1,
  'x',
  'yes',
  '1',
  true,
  null,
  'a: b',
  'two\nlines\n',
  'two\nlines',
  'https://e.com/x?y=1',
  '',
  {},
  [],
  { a: 1 },
  { name: 'tmp', emptyDir: {} },
  [{ name: 'x' }, 'u'],
  { a: { b: [1, { c: 'no' }] }, b: 'x # y' },
  -0.5,
  "it's",
  '- x',
  '\u2028é',
  '{x}',
  [[1], []],
  '?x',
  ' lead',
  'multi\n\n  indented\nend\n',
  '\uFEFF',
  'tab\t',
];

/** A path into data, sometimes one step further than it goes. */
function randomPath(dice: Dice, data: unknown): Path {
  const path: (string | number)[] = [];
  let value = data;
  while (path.length === 0 || !dice.chance(4)) {
    if (Array.isArray(value) && value.length > 0) {
      const index: number = dice.chance(6) ? value.length : dice.roll(value.length);
      path.push(index);
      value = value[index];
    } else if (isObject(value) && Object.keys(value).length > 0) {
      const own = Object.keys(value);
      const key = dice.chance(4) ? dice.pick(keys) : (own[dice.roll(own.length)] ?? 'a');
      path.push(key);
      value = Object.hasOwn(value, key) ? value[key] : undefined;
    } else {
      if (path.length === 0 || dice.chance(2)) path.push(dice.chance(4) ? 0 : dice.pick(keys));
      break;
    }
  }
  return path;
}

function randomChange(dice: Dice, data: unknown): Change {
  const path = randomPath(dice, data);
  const value = values[dice.roll(values.length)] ?? null;
  const op = dice.pick(['set', 'set', 'append', 'remove'] as const);
  return op === 'remove' ? { op, path } : { op, path, value };
}

/** Comments that are marked as such by the generator, or lines of comments in a sample. */
function comments(text: string): string[] {
  return text.match(/# note \d+|^ *#.*$/gm) ?? [];
}

/** The comments of a text that another lacks. */
function lost(before: string, after: string): string[] {
  const left = new Map<string, number>();
  for (const comment of comments(after)) left.set(comment, (left.get(comment) ?? 0) + 1);
  return comments(before).filter((comment) => {
    const count = left.get(comment) ?? 0;
    left.set(comment, count - 1);
    return count <= 0;
  });
}

/** The part of a text that a change may take away: the value that it replaces, or the entry that it removes. */
function replacedText(tree: YamlTree, change: Change): string {
  const range =
    change.op === 'remove' ? entryLines(tree, change.path) : nodeAt(tree.root, change.path)?.range;
  if (range === undefined) return '';
  const end = range.offset + range.length;
  const line = /[^\r\n]*/.exec(tree.text.slice(end))?.[0].length ?? 0;
  // Comments deeper than a removed entry go with it if they would become part of a text above.
  const more = change.op === 'remove' ? 200 : 0;
  return tree.text.slice(range.offset, end + line + more);
}

/** Whether the laws hold for one change; gives the reason if not. */
function broken(text: string, change: Change): string | undefined {
  const tree = parseTree(text);
  if (tree.root === undefined) return 'does not parse';
  const done = plan(tree, change);
  if (!done.ok) return undefined;
  if (done.edits.length === 0) return undefined;
  const after = applyEdits(text, done.edits);
  const result = parseTree(after);
  const data = result.root === undefined ? null : dataOf(result.root);
  if (!sameValue(data, changedData(dataOf(tree.root), change))) {
    // A literal text that cannot stand there is written between quotes in a second attempt.
    const quoted = plan(tree, change, { literals: false });
    if (!quoted.ok) return 'refused only without literals';
    const again = parseTree(applyEdits(text, quoted.edits));
    const right =
      again.root !== undefined &&
      sameValue(dataOf(again.root), changedData(dataOf(tree.root), change));
    return right ? undefined : `means something else:\n${after}`;
  }
  const gone = lost(text, after).filter(
    (comment) => !replacedText(tree, change).includes(comment.trim()),
  );
  if (gone.length > 0) return `lost ${gone.join(', ')}:\n${after}`;
  const isKey = typeof change.path.at(-1) === 'string';
  if (change.op === 'set' || (change.op === 'remove' && isKey)) {
    const twice = plan(result, change);
    if (!twice.ok || twice.edits.length > 0) return `is not done after it is done:\n${after}`;
  }
  return undefined;
}

/** Whether writing back what is read gives no edits. */
function rewrites(text: string, path: Path): boolean {
  const tree = parseTree(text);
  const node = nodeAt(tree.root, path);
  if (node === undefined) return false;
  const value: PlainValue = JSON.parse(JSON.stringify(dataOf(node)));
  const done = plan(tree, { op: 'set', path, value });
  return !done.ok || done.edits.length > 0;
}

function report(text: string, change: Change): string | undefined {
  const reason = broken(text, change);
  return reason && `${JSON.stringify(change)} ${reason}\n----\n${text}`;
}

describe('the laws of editing, for documents in random style', () => {
  it(
    'a change means what it says, loses no comment, and is done once',
    () => {
      fc.assert(
        fc.property(fc.integer(), fc.integer(), (seed, choice) => {
          const { text, data } = randomDocument(seed);
          expect(report(text, randomChange(new Dice(choice), data))).toBeUndefined();
        }),
        { numRuns: runs(2000) },
      );
    },
    timeout,
  );

  it(
    'what is there is not written again',
    () => {
      fc.assert(
        fc.property(fc.integer(), fc.integer(), (seed, choice) => {
          const { text, data } = randomDocument(seed);
          expect(rewrites(text, randomPath(new Dice(choice), data))).toBe(false);
        }),
        { numRuns: runs(1000) },
      );
    },
    timeout,
  );

  it(
    'several changes at once are several changes in a row',
    () => {
      fc.assert(
        fc.property(fc.integer(), fc.integer(), (seed, choice) => {
          const { text, data } = randomDocument(seed);
          const dice = new Dice(choice);
          const changes = Array.from({ length: 2 + dice.roll(6) }, () => randomChange(dice, data));
          const together = changeText(text, changes);
          const row = changes.reduce(
            (before, change) => {
              const after = changeText(before.text, [change]);
              return { text: after.text, refused: [...before.refused, ...after.refused] };
            },
            { text, refused: together.refused.slice(0, 0) },
          );
          const sharing = [...together.refused, ...row.refused].some(
            ({ code }) => code === 'shared-anchor' || code === 'merged-value',
          );
          // Changes that agree on a shared place are made together, and refused one by one.
          if (sharing) return;
          const read = (result: string) => {
            const { root } = parseTree(result);
            return root === undefined ? null : dataOf(root);
          };
          expect(read(together.text)).toEqual(read(row.text));
        }),
        { numRuns: runs(500) },
      );
    },
    timeout,
  );
});

describe('the laws of editing, for the samples', () => {
  it.each(validSamples)(
    '%s',
    (name) => {
      const text = sample(name);
      const { root } = parseTree(text);
      const data = root && dataOf(root);
      fc.assert(
        fc.property(fc.integer(), (choice) => {
          const dice = new Dice(choice);
          expect(report(text, randomChange(dice, data))).toBeUndefined();
          expect(rewrites(text, randomPath(dice, data))).toBe(false);
        }),
        { numRuns: runs(12) },
      );
    },
    timeout,
  );
});
