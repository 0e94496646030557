import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { View } from '../../../src/sources/views/view.ts';
import { nested } from '../../../src/sources/views/view.ts';
import { viewAt } from '../../../src/sources/views/view-at.ts';
import type { PlainValue } from '../../../src/yaml/change.ts';
import { changeText } from '../../../src/yaml/change-text.ts';
import { parseTree } from '../../../src/yaml/parse-tree.ts';
import { partTree } from '../../../src/yaml/part-tree.ts';
import type { Path } from '../../../src/yaml/path.ts';
import { editsBetween } from '../../../src/yaml/text-diff.ts';
import { applyEdits, type TextEdit } from '../../../src/yaml/text-edit.ts';
import { Dice } from '../../yaml/random-document.ts';
import { runs, timeout } from '../../yaml/runs.ts';
import { type RandomHost, randomHost } from './random-host.ts';

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });

/** A host that is read, or undefined where the dice gave none. */
function readable(seed: number): RandomHost | undefined {
  const made = randomHost(seed);
  return made === undefined || parseTree(made.host).root === undefined ? undefined : made;
}

function opened(host: string, at: readonly Path[]): View {
  let view: View | undefined;
  for (const path of at) {
    const found = viewAt(parseTree(view?.text ?? host), path);
    if (found === undefined || !found.ok) throw new Error(`no view: ${JSON.stringify(found)}`);
    view = view === undefined ? found.view : nested(view, found.view);
  }
  if (view === undefined) throw new Error('no path');
  return view;
}

function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** The lines of the document in a host, without what stands in front of them. */
function stripped(host: string, { head, tail, indent }: RandomHost): string {
  return linesOf(host.slice(head.length, host.length - tail.length))
    .map((line) => line.slice(Math.min(indent, /^ */.exec(line)?.[0].length ?? 0)))
    .join('');
}

/** What an edited document is in a host that needs its end as it was. */
function asHosted(edited: string, { block, tail }: RandomHost): string {
  if (tail === '' || edited === '') return edited;
  if (!/[\r\n]$/.test(block)) return edited.trimEnd();
  const eol = block.endsWith('\r\n') ? '\r\n' : '\n';
  return /[\r\n]$/.test(edited) ? edited : edited + eol;
}

/** Which lines of the document no edit touches, with where they are afterwards. */
function untouched(block: string, edits: readonly TextEdit[]) {
  let start = 0;
  return linesOf(block).flatMap((line, index) => {
    const from = start;
    const to = start + line.length;
    start = to;
    const isOpen = !/[\r\n]$/.test(line);
    const isTouched = edits.some(
      ({ offset, length }) =>
        (offset < to || (isOpen && offset === to)) && (offset > from || offset + length > from),
    );
    if (isTouched) return [];
    const before = edits.filter((one) => one.offset + one.length <= from);
    // Joined to the line before it: not a line of its own any more.
    const text = applyEdits(block.slice(0, from), before);
    if (text !== '' && !/[\r\n]$/.test(text)) return [];
    return [{ index, now: linesOf(text).length }];
  });
}

function check(made: RandomHost, edits: readonly TextEdit[]): string {
  const { block, host, head, tail } = made;
  const view = opened(host, made.at);
  const edited = applyEdits(block, edits);
  const after = applyEdits(host, view.editsToHost(edits));
  const isDigitNeeded = !after.startsWith(head);
  if (isDigitNeeded) {
    // A line that begins with a blank comes first: the header says how far the text is indented.
    expect(edited).toMatch(/^(?:\r?\n)* /);
    return after;
  }
  expect(after.endsWith(tail)).toBe(true);
  const now = stripped(after, made);
  // Where YAML drops the breaks at the end of a text, blank lines there are nobody's.
  const isOpen = tail !== '' && !/[\r\n]$/.test(block);
  expect(isOpen ? now.trimEnd() : now).toBe(asHosted(edited, made));
  const before = linesOf(host.slice(head.length));
  const lines = linesOf(after.slice(head.length));
  for (const one of untouched(block, edits)) {
    expect(lines[one.now]?.trimEnd()).toBe(before[one.index]?.trimEnd());
  }
  return after;
}

/** Any edits of a text, none overlapping another. */
function anyEdits(dice: Dice, text: string): readonly TextEdit[] {
  const puts = [
    '',
    'x',
    'new: 1\n',
    '# c\n',
    'a: 1\r\nb: 2\r\n',
    '\n',
    '\n\n',
    ' y',
    '\nz',
  ] as const;
  const edits: TextEdit[] = [];
  let at = 0;
  for (let count = 1 + dice.roll(3); count > 0 && at <= text.length; count--) {
    const offset = at + dice.roll(text.length - at + 1);
    const length = dice.chance(2) ? 0 : dice.roll(Math.min(40, text.length - offset) + 1);
    const isSplit = (place: number) => text[place - 1] === '\r' && text[place] === '\n';
    at = offset + length;
    if (isSplit(offset) || isSplit(at)) continue;
    edits.push({ offset, length, text: dice.pick(puts) });
  }
  return edits;
}

const options = { numRuns: runs(1_000) };

test(
  'a view has the document’s own text, and every offset comes back',
  () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const made = readable(seed);
        fc.pre(made !== undefined);
        const view = opened(made.host, made.at);
        expect(view.text).toBe(made.block);
        const lost = Array.from({ length: view.text.length + 1 }, (_, at) => at).filter((at) => {
          const { offset } = view.toHost({ offset: at, length: 0 });
          const isSame = at === view.text.length || made.host[offset] === view.text[at];
          return view.fromHost(offset) !== at || !isSame;
        });
        expect(lost).toEqual([]);
      }),
      options,
    );
  },
  timeout,
);

test(
  'the tree of a part is that of its text read alone',
  () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const made = readable(seed);
        fc.pre(made !== undefined && made.form === 'mapping' && made.at.length === 1);
        const found = viewAt(parseTree(made.host), made.at[0] ?? []);
        if (found === undefined || !found.ok) throw new Error('no view');
        const { view, node } = found;
        const part = partTree(node, (offset) => view.fromHost(offset) ?? Number.NaN);
        expect(part).toEqual(parseTree(made.block).root);
      }),
      options,
    );
  },
  timeout,
);

test(
  'any edit of the document is that of the host, and all other lines stay',
  () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, editSeed) => {
        const made = readable(seed);
        fc.pre(made !== undefined);
        check(made, anyEdits(new Dice(editSeed), made.block));
      }),
      options,
    );
  },
  timeout,
);

test(
  'a change of the document, read again through its host, is the change of the document alone',
  () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, changeSeed) => {
        const made = readable(seed);
        fc.pre(made !== undefined);
        const dice = new Dice(changeSeed);
        const key = dice.pick(['a', 'b', 'new', 'name', 'volumes'] as const);
        const value = dice.pick<PlainValue>([1, { a: [1] }, 'two\nlines\n', [{ b: '' }], 'x']);
        const change = dice.chance(4)
          ? ({ op: 'remove', path: [key] } as const)
          : ({ op: 'set', path: [key], value } as const);
        const edited = changeText(made.block, [change]).text;
        const after = check(made, editsBetween(made.block, edited));
        // Without a key left it is no block any more.
        const { root } = parseTree(edited);
        if (root?.kind !== 'mapping' || root.flow) return;
        const { text } = opened(after, made.at);
        // Comments that have come to stand at the end may be indented less, and not the mapping's.
        const hosted = asHosted(edited, made);
        const [own, rest] = [text.trimEnd(), hosted.slice(text.trimEnd().length)];
        expect(hosted.startsWith(own)).toBe(true);
        expect(rest).toMatch(made.form === 'mapping' ? /^(?:\s*(?:#.*)?)*$/ : /^\s*$/);
      }),
      options,
    );
  },
  timeout,
);

test('the dice give hosts of every kind', () => {
  const made = Array.from({ length: 3_000 }, (_, seed) => readable(seed + 1)).filter(
    (one) => one !== undefined,
  );
  const count = (is: (one: RandomHost) => boolean) => made.filter(is).length;
  const kinds: readonly ((one: RandomHost) => boolean)[] = [
    ({ form }) => form === 'mapping',
    ({ form }) => form === 'text',
    ({ at }) => at.length === 3,
    ({ host }) => host.includes('\r\n'),
    ({ host }) => host.startsWith('\uFEFF'),
    ({ host }) => !/[\r\n]$/.test(host),
    ({ head }) => /\|-/.test(head),
    ({ head }) => /\|\+/.test(head),
    ({ head }) => /\|[-+]?[1-9]/.test(head),
    ({ indent }) => indent >= 8,
    ({ form, host, head, indent }) =>
      form === 'mapping' &&
      linesOf(host.slice(head.length)).some(
        (line) => /^ *#/.test(line) && line.search('#') < indent,
      ),
  ];
  for (const kind of kinds) expect(count(kind)).toBeGreaterThan(20);
});
