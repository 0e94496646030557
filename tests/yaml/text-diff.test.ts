import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines, editsBetween, unifiedDiff } from '../../src/yaml/text-diff.ts';
import { applyEdits } from '../../src/yaml/text-edit.ts';
import { runs, timeout } from './runs.ts';

const line = fc.constantFrom('a', 'b', 'ab', 'abc', '', '  x: 1', '🚀', '🛸');
const textOf = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')), { maxLength: 12 })
  .chain((lines) => line.map((last) => lines.map(([text, eol]) => text + eol).join('') + last));

describe('editsBetween', () => {
  it(
    'turns one text into the other',
    () => {
      fc.assert(
        fc.property(textOf, textOf, (before, after) => {
          expect(applyEdits(before, editsBetween(before, after))).toBe(after);
        }),
        { numRuns: runs(2000) },
      );
    },
    timeout,
  );

  it.each([
    ['a: 1\nb: 2\n', 'a: 1\nb: 3\n', [{ offset: 8, length: 1, text: '3' }]],
    ['a\nb\nc\n', 'a\nx\nb\nc\n', [{ offset: 2, length: 0, text: 'x\n' }]],
    ['a\nb\nc\n', 'a\nc\n', [{ offset: 2, length: 2, text: '' }]],
    [
      'a\nb\nc\nd',
      'A\nb\nc\nD',
      [
        { offset: 0, length: 1, text: 'A' },
        { offset: 6, length: 1, text: 'D' },
      ],
    ],
    ['🚀', '🛸', [{ offset: 0, length: 2, text: '🛸' }]],
    ['same', 'same', []],
  ])('%j to %j', (before, after, edits) => {
    expect(editsBetween(before, after)).toEqual(edits);
  });
});

describe('changedLines', () => {
  it.each([
    ['a\nb\n', 'a\nx\nb\n', { added: [{ first: 2, last: 2 }], replaced: [], count: 1 }],
    ['a\nb\n', 'a\nx\n', { added: [], replaced: [{ first: 2, last: 2 }], count: 1 }],
    [
      'v: []\nz\n',
      'v:\n- x\n- u\nz\n',
      { added: [{ first: 2, last: 3 }], replaced: [{ first: 1, last: 1 }], count: 3 },
    ],
    ['a\nb\nc\nd\n', 'a\nd\n', { added: [], replaced: [], count: 1 }],
    ['a\n', 'a\n', { added: [], replaced: [], count: 0 }],
    ['', 'a\nb', { added: [{ first: 1, last: 2 }], replaced: [], count: 2 }],
  ])('%j to %j', (before, after, lines) => {
    expect(changedLines(before, after)).toEqual(lines);
  });
});

describe('unifiedDiff', () => {
  it.each([
    ['a\nb\nc\n', 'a\nx\nc\n'],
    ['a\r\nb\r\nc\r\n', 'a\r\nx\r\nc\r\n'],
    ['a\nb', 'a\nb\n'],
    ['a\nb\n', 'a\nb'],
    ['a\nb', 'a\nc'],
    ['\uFEFFa\r\nb', '\uFEFFa\r\nb\r\nc'],
    [`${'x\n'.repeat(20)}a\n${'y\n'.repeat(20)}b`, `${'x\n'.repeat(20)}A\n${'y\n'.repeat(20)}B`],
  ])('git and patch apply %j to %j', (before, after) => {
    const folder = mkdtempSync(join(tmpdir(), 'diff-'));
    try {
      const file = join(folder, 'values.yaml');
      const diff = unifiedDiff('values.yaml', before, after);
      for (const [program, ...args] of [
        ['git', 'apply', '--whitespace=nowarn', '-'],
        ['patch', '--binary', '-p1', '-s'],
      ]) {
        writeFileSync(file, before);
        execFileSync(program ?? '', args, {
          cwd: folder,
          input: diff,
          stdio: ['pipe', 'ignore', 'pipe'],
        });
        expect(readFileSync(file, 'utf8')).toBe(after);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is empty without a difference', () => {
    expect(unifiedDiff('values.yaml', 'a', 'a')).toBe('');
  });
});
