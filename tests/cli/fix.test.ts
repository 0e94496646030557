import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from './cases.ts';
import { cli, temporaryFolder } from './cli.ts';

const broken = cases.filter(({ fixed, exit }) => fixed !== null && exit === 1);

describe.each(broken)('fix --diff of $file', ({ file }) => {
  test.each([
    ['git apply', ['git', 'apply', '-p1']],
    ['patch', ['patch', '-p1', '--binary', '--quiet']],
  ])('is taken by %s, and gives the same bytes', async (_, [tool = '', ...words]) => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'my deploy'));
    const name = 'my deploy/välues "x".yaml';
    copyFileSync(`tests/samples/${file}`, join(cwd, name));
    const { out: diff } = await cli(['fix', '--diff', name], { cwd });
    const { out: fixed } = await cli(['fix', name], { cwd });
    execFileSync(tool, words, { cwd, input: diff, stdio: ['pipe', 'pipe', 'inherit'] });
    expect(readFileSync(join(cwd, name)).equals(Buffer.from(fixed))).toBe(true);
  });
});

function folderWith(file: string): string {
  const cwd = temporaryFolder();
  copyFileSync(`tests/samples/${file}`, join(cwd, 'values.yaml'));
  return cwd;
}

describe('fix --write', () => {
  test('writes what fix prints, keeps the mode, and leaves nothing else behind', async () => {
    const cwd = folderWith('crlf.yaml');
    const path = join(cwd, 'values.yaml');
    chmodSync(path, 0o640);
    const { out } = await cli(['fix', 'values.yaml'], { cwd });
    expect((await cli(['fix', '--write', 'values.yaml'], { cwd })).code).toBe(0);
    expect(readFileSync(path).equals(Buffer.from(out))).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd)).toEqual(['values.yaml']);
  });

  test('writes through a symbolic link, which stays one', async () => {
    const cwd = folderWith('crlf.yaml');
    symlinkSync('values.yaml', join(cwd, 'link.yaml'));
    const { out } = await cli(['fix', 'values.yaml'], { cwd });
    await cli(['fix', '--write', 'link.yaml'], { cwd });
    expect(lstatSync(join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'values.yaml'), 'utf8')).toBe(out);
  });

  test('does not touch a file that is in order', async () => {
    const cwd = folderWith('already-restricted.yaml');
    const before = statSync(join(cwd, 'values.yaml')).ino;
    expect((await cli(['fix', '-w', 'values.yaml'], { cwd })).code).toBe(0);
    expect(statSync(join(cwd, 'values.yaml')).ino).toBe(before);
  });

  test('repairs values.yaml and namespace.yaml given together', async () => {
    const cwd = folderWith('crlf.yaml');
    const manifest = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: other\n';
    writeFileSync(join(cwd, 'namespace.yaml'), manifest);
    const { code } = await cli(['fix', '-w', 'namespace.yaml', 'values.yaml'], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'values.yaml'), 'utf8')).toContain('namespace: other\r\n');
  });

  test('repairs several values files, each with its own namespace, as pre-commit gives them', async () => {
    const cwd = folderWith('crlf.yaml');
    const values = readFileSync(join(cwd, 'values.yaml'), 'utf8');
    const named = (name: string) =>
      values.replace(/^namespace: .*?(\r?)$/m, `namespace: ${name}$1`);
    const manifest = (name: string, level: string) =>
      `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels:\n    pod-security.kubernetes.io/enforce: ${level}\n`;
    writeFileSync(join(cwd, 'values.yaml'), named('strict'));
    writeFileSync(join(cwd, 'values-b.yaml'), named('loose'));
    writeFileSync(join(cwd, 'strict.yaml'), manifest('strict', 'restricted'));
    writeFileSync(join(cwd, 'loose.yaml'), manifest('loose', 'privileged'));
    const names = ['values.yaml', 'values-b.yaml', 'loose.yaml', 'strict.yaml', 'values.yaml'];
    const { code } = await cli(['fix', '-w', ...names], { cwd });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'values.yaml'), 'utf8')).toContain('RuntimeDefault');
    expect(readFileSync(join(cwd, 'values-b.yaml'), 'utf8')).toBe(named('loose'));
  });

  test('says why a folder cannot be written to', async () => {
    const cwd = folderWith('crlf.yaml');
    const { code, err } = await cli(['fix', '-o', 'none/there.yaml', 'values.yaml'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('there is no such file or folder');
  });
});

test('an unfixable finding is named, and exits 1', async () => {
  const { code, err } = await cli(['fix', '--diff', 'tests/samples/team-edited.yaml']);
  expect(code).toBe(1);
  expect(err).toContain('restricted volume type "hostPath"');
  expect(err).toContain('tests/samples/team-edited.yaml:190:');
});

test('a manifest is refused', async () => {
  const stdin = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n';
  const { code, out, err } = await cli(['fix', '-'], { stdin });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('is a Kubernetes Pod, not a values file');
});

test('bytes that are no UTF-8 are refused, not mangled', async () => {
  const cwd = temporaryFolder();
  const bytes = Buffer.from([...Buffer.from('namespace: a\nimage: "'), 0xe9, 0x22, 0x0a]);
  writeFileSync(join(cwd, 'values.yaml'), bytes);
  const { code, err } = await cli(['fix', '-w', 'values.yaml'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('not valid UTF-8');
  expect(readFileSync(join(cwd, 'values.yaml')).equals(bytes)).toBe(true);
});

test.each([
  [['fix']],
  [['fix', '--diff', '--write', 'a']],
  [['fix', 'a', 'b']],
  [['fix', '-', '--write']],
  [['fix', 'nowhere.yaml']],
])('%j is a mistake', async (words) => {
  const { code, out, err } = await cli(words, { stdin: '' });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).not.toBe('');
});
