import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeAt,
  type DiffLine,
  type FileDiff,
  fileDiff,
  linesOf,
  shiftAbove,
  sideBySide,
  spanOf,
  spanWords,
} from '../../../src/wizard/review/changes/file-diff.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, i) => `line ${i + 1}\n`);

function written(lines: readonly DiffLine[]): string[] {
  const signs = { same: ' ', added: '+', removed: '-' };
  return lines.map(
    ({ kind, before, after, text }) => `${before ?? ''}/${after ?? ''}${signs[kind]}${text}`,
  );
}

/** Every line of both texts, with what is folded opened again. */
function all(diff: FileDiff, after: string): readonly DiffLine[] {
  const folded = (part: { folded?: FileDiff['folded'] }, number?: number) =>
    part.folded ? linesOf(after, part.folded, shiftAbove(diff, number)) : [];
  return [
    ...diff.changes.flatMap((change) => [
      ...folded(change, change.number),
      ...change.lead,
      ...change.lines,
      ...change.trail,
    ]),
    ...folded(diff),
  ];
}

describe('fileDiff', () => {
  it('keeps three lines above a change and one below, and folds the rest', () => {
    const before = numbered(30);
    const after = before.toSpliced(14, 1, 'new a\n', 'new b\n');
    const diff = fileDiff(before.join(''), after.join(''));
    expect([diff.added, diff.removed]).toEqual([2, 1]);
    expect(diff.changes.map(({ number, folded }) => ({ number, folded }))).toEqual([
      { number: 1, folded: { first: 1, last: 11 } },
    ]);
    const [change] = diff.changes;
    expect(change && written([...change.lead, ...change.lines, ...change.trail])).toEqual([
      '12/12 line 12',
      '13/13 line 13',
      '14/14 line 14',
      '15/-line 15',
      '/15+new a',
      '/16+new b',
      '16/17 line 16',
    ]);
    expect(diff.folded).toEqual({ first: 18, last: 31 });
  });

  it.each([
    { gap: 6, folded: undefined, lead: 6, trail: 0 },
    { gap: 7, folded: { first: 4, last: 6 }, lead: 3, trail: 1 },
  ])(
    'shows $gap unchanged lines between changes: folded $folded',
    ({ gap, folded, lead, trail }) => {
      const lines = numbered(gap + 2);
      const after = ['a\n', 'b\n', ...lines.slice(1, -1), 'z\n'];
      const [first, second] = fileDiff(lines.join(''), after.join('')).changes;
      expect(second?.folded).toEqual(folded);
      expect([first?.trail.length, second?.lead.length]).toEqual([trail, lead]);
    },
  );

  it('leaves no line out and none twice, whatever the texts', () => {
    const line = fc.constantFrom('a', 'b', 'c', '', '  d').map((text) => `${text}\n`);
    const ending = fc.constantFrom('', 'end', '\r\n');
    const lines = fc.array(line, { maxLength: 60, size: 'max' });
    const edit = fc.record({
      at: fc.nat(60),
      gone: fc.nat(3),
      come: fc.array(line, { maxLength: 3 }),
    });
    // One text after a few edits in it: far apart, near each other, or at an end.
    const pair = fc
      .record({ lines, edits: fc.array(edit, { minLength: 1, maxLength: 4 }), ending })
      .map(({ lines: before, edits, ending: end }) => ({
        before: before.join('') + end,
        after:
          edits
            .reduce((text, { at, gone, come }) => text.toSpliced(at, gone, ...come), before)
            .join('') + end,
      }));
    fc.assert(
      fc.property(pair, ({ before, after }) => {
        const diff = fileDiff(before, after);
        const plain = (whole: string) =>
          (whole.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g) ?? []).map((one) =>
            one.replace(/[\r\n]+$/, ''),
          );
        if (before === after) {
          expect(diff.changes).toEqual([]);
          return;
        }
        const lines = all(diff, after);
        const now = lines.filter(({ kind }) => kind !== 'removed');
        const was = lines.filter(({ kind }) => kind !== 'added');
        expect(now.map(({ text }) => text)).toEqual(plain(after));
        expect(was.map(({ text }) => text)).toEqual(plain(before));
        expect(now.map(({ after: at }) => at)).toEqual(now.map((_, i) => i + 1));
        expect(was.map(({ before: at }) => at)).toEqual(was.map((_, i) => i + 1));
        const count = (kind: DiffLine['kind']) => lines.filter((one) => one.kind === kind).length;
        expect([count('added'), count('removed')]).toEqual([diff.added, diff.removed]);
      }),
    );
  });

  it('shows no byte order mark and no carriage return', () => {
    const diff = fileDiff('\uFEFFa: 1\r\nb: 1\r\n', '\uFEFFa: 2\r\nb: 1\r\n');
    expect(diff.changes.flatMap(({ lines }) => written(lines))).toEqual(['1/-a: 1', '/1+a: 2']);
  });
});

describe('where a change is', () => {
  const diff = fileDiff(numbered(40).join(''), numbered(40).toSpliced(20, 2).join(''));

  it('is the line after it, for one that only removes', () => {
    const [change] = diff.changes;
    expect(change && spanOf(change)).toEqual({ first: 21, last: 21 });
  });

  it.each([
    [1, 1],
    [21, 1],
    [38, 1],
  ])('finds the change at or after line %i', (line, number) => {
    expect(changeAt(diff, line)).toBe(number);
  });

  it('finds none in an unchanged file', () => {
    expect(changeAt(fileDiff('a\n', 'a\n'), 1)).toBeUndefined();
  });

  it('is said in words', () => {
    expect([spanWords({ first: 3, last: 3 }), spanWords({ first: 194, last: 200 })]).toEqual([
      'line 3',
      'lines 194 to 200',
    ]);
  });
});

it('puts what is gone beside what came in its place', () => {
  const [change] = fileDiff('a\nb\n', 'x\ny\nz\nb\n').changes;
  expect(
    sideBySide(change?.lines ?? []).map(({ left, right }) => [left?.text, right?.text]),
  ).toEqual([
    ['a', 'x'],
    [undefined, 'y'],
    [undefined, 'z'],
  ]);
});
