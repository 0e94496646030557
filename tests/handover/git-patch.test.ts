import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nameComplaint } from '../../src/handover/files/file-name.ts';
import { gitPatch } from '../../src/handover/files/git-patch.ts';
import type { ChangedFile } from '../../src/handover/input.ts';

/** Applies the patch where the files are as they were opened; gives what they are then. */
function applied(files: readonly ChangedFile[]): readonly string[] {
  const cwd = mkdtempSync(join(tmpdir(), 'patch-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  return appliedIn(cwd, files);
}

function appliedIn(cwd: string, files: readonly ChangedFile[]): readonly string[] {
  for (const { name, before } of files) {
    mkdirSync(join(cwd, dirname(name)), { recursive: true });
    if (before !== undefined) writeFileSync(join(cwd, name), before);
  }
  const env = { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' };
  const input = gitPatch(files);
  execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd, env, input, stdio: 'pipe' });
  return files.map(({ name }) => readFileSync(join(cwd, name), 'utf8'));
}

const names = [
  'values.yaml',
  'deploy/agents/values.yaml',
  'my values.yaml',
  ' values.yaml',
  'values.yaml ',
  'two  blanks/a b.yaml',
  'a "quoted" name.yaml',
  "it's.yaml",
  'back\\slash.yaml',
  'tab\there.yaml',
  'line\nbreak.yaml',
  'välues 名前.yaml',
  '-dash.yaml',
  '$(touch x).yaml',
  'a b/c b/d.yaml',
];

describe.each(names.map((name) => [name]))('%j', (name) => {
  test('is changed, and made', () => {
    const changed = { name, before: 'a: 1\nb: 2\n', after: 'a: 1\nb: 3\nc: 4\n' };
    const made = { name: `new/${name}`, after: 'a: 1\n' };
    expect(applied([changed, made])).toEqual([changed.after, made.after]);
  });
});

test.each([
  ['CRLF', 'a: 1\r\nb: 2\r\n', 'a: 1\r\nb: 3\r\n'],
  ['mixed line breaks', 'a: 1\r\nb: 2\nc: 3\rd: 4\n', 'a: 1\r\nb: 9\nc: 3\rd: 5\n'],
  ['no final newline before', 'a: 1\nb: 2', 'a: 1\nb: 2\nc: 3\n'],
  ['no final newline after', 'a: 1\nb: 2\n', 'a: 1\nb: 3'],
  ['no final newline at all', 'a: 1', 'a: 2'],
  ['a byte order mark', '\uFEFFa: 1\n', '\uFEFFa: 2\n'],
  ['an empty file before', '', 'a: 1\n'],
  ['an empty file after', 'a: 1\n', ''],
  ['a new file that is empty', undefined, ''],
  ['a new file without a final newline', undefined, 'a: 1'],
  ['lines that look like a patch', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n', '--- a/y\n-- x\n\\ No\n'],
  ['trailing blanks', 'a: 1   \n \t\n', 'a: 2   \n \t\n\n\n'],
])('%s', (_, before, after) => {
  const file = before === undefined ? { name: 'v.yaml', after } : { name: 'v.yaml', before, after };
  expect(applied([file])).toEqual([after]);
});

test('nothing changed is no patch', () => {
  expect(gitPatch([{ name: 'v.yaml', before: 'a: 1\n', after: 'a: 1\n' }])).toBe('');
});

const line = fc.constantFrom(
  'a: 1',
  '',
  ' ',
  '- b',
  '-- c',
  '++ d',
  '@@ -1 +1 @@',
  '\\ No newline',
);
const text = fc
  .tuple(fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r'))), line)
  .map(([lines, last]) => lines.map((parts) => parts.join('')).join('') + last);
const name = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 20 })
  .filter((each) => !each.includes('/') && nameComplaint(each) === undefined);

test('gives any text under any name, byte for byte', { timeout: 60_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'patch-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  let run = 0;
  fc.assert(
    fc.property(name, fc.option(text, { nil: undefined }), text, (each, before, after) => {
      fc.pre(before !== after);
      const cwd = join(root, String(run++));
      mkdirSync(cwd);
      const file = before === undefined ? { name: each, after } : { name: each, before, after };
      expect(appliedIn(cwd, [file])).toEqual([after]);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['', false],
  ['/values.yaml', false],
  ['../values.yaml', false],
  ['a/./b', false],
  ['a//b', false],
  ['.git/config', false],
  ['a/.GIT/hooks/x', false],
  ['a\0b', false],
  ['a/.github/values.yaml', true],
  ['a..b/values.yaml', true],
])('%j as a name: %s', (name, isFine) => {
  expect(nameComplaint(name) === undefined).toBe(isFine);
});
