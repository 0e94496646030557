import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

  test('puts a file in the place of one of its hard links, and says so', async () => {
    const cwd = folderWith('crlf.yaml');
    const before = readFileSync(join(cwd, 'values.yaml'), 'utf8');
    linkSync(join(cwd, 'values.yaml'), join(cwd, 'other.yaml'));
    const { code, err } = await cli(['fix', '-w', 'values.yaml', '-q'], { cwd });
    expect(code).toBe(0);
    expect(err).toBe(
      'restricted-agent: values.yaml had 1 other name (hard links): it keeps the text as it was, and is a file of its own now.\n',
    );
    expect(readFileSync(join(cwd, 'other.yaml'), 'utf8')).toBe(before);
    expect(readFileSync(join(cwd, 'values.yaml'), 'utf8')).not.toBe(before);
  });

  test('asks for --force before it replaces a read-only file, and then changes none', async () => {
    const cwd = folderWith('crlf.yaml');
    const before = readFileSync(join(cwd, 'values.yaml'), 'utf8');
    copyFileSync('tests/samples/crlf.yaml', join(cwd, 'kept.yaml'));
    chmodSync(join(cwd, 'kept.yaml'), 0o444);
    const words = ['fix', '-w', 'values.yaml', 'kept.yaml'];
    const { code, err } = await cli(words, { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(
      /^restricted-agent: .*kept\.yaml is read-only\. Make it writable, or replace it with --force\.\n$/,
    );
    for (const name of ['values.yaml', 'kept.yaml']) {
      expect(readFileSync(join(cwd, name), 'utf8')).toBe(before);
    }
    expect((await cli([...words, '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'kept.yaml'), 'utf8')).not.toBe(before);
    expect(statSync(join(cwd, 'kept.yaml')).mode & 0o777).toBe(0o444);
  });

  test('-o asks, too, and writes to what is no file as it is', async () => {
    const cwd = folderWith('crlf.yaml');
    writeFileSync(join(cwd, 'out.yaml'), 'mine: true\n', { mode: 0o444 });
    const { code } = await cli(['fix', 'values.yaml', '-o', 'out.yaml'], { cwd });
    expect(code).toBe(2);
    expect(readFileSync(join(cwd, 'out.yaml'), 'utf8')).toBe('mine: true\n');
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    const reader = promisify(execFile)('cat', [join(cwd, 'pipe')]);
    expect((await cli(['fix', 'values.yaml', '-o', 'pipe'], { cwd })).code).toBe(0);
    expect((await reader).stdout).toBe((await cli(['fix', 'values.yaml'], { cwd })).out);
    expect(lstatSync(join(cwd, 'pipe')).isFIFO()).toBe(true);
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

test('a manifest that makes no pods is refused', async () => {
  const stdin = 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n';
  const { code, out, err } = await cli(['fix', '-'], { stdin });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('is a Kubernetes Service, not a values file');
});

/** What a terminal acts on, but for the ends of lines. */
const unseen = /\p{Cf}|(?!\n)\p{Cc}/u;

test('what nobody sees in names is escaped', async () => {
  const cwd = temporaryFolder();
  const name = 'a\u001b[2J\u202elmay.yaml';
  const shown = 'a\\x1b[2J\\u202elmay.yaml';
  copyFileSync('tests/samples/team-edited.yaml', join(cwd, name));
  const { err, out } = await cli(['fix', '--diff', name], { cwd });
  expect(err).toContain(`${shown}:190:`);
  execFileSync('git', ['apply', '-p1'], { cwd, input: out });
  for (const text of [err, out]) expect(text).not.toMatch(unseen);
  chmodSync(join(cwd, name), 0o444);
  const lines = [
    await cli(['fix', '-w', 'tests\u202e.yaml'], { cwd }),
    await cli(['check', 'tests\u202e.yaml', '--format', 'x\u001b'], { cwd }),
    await cli(['fr\u202e'], { cwd }),
    await cli(['init', 'fr\u202e'], { cwd }),
    await cli(['init', '-o', 'fr\u202e'], { cwd }),
    await cli(['link', '-', '--page', 'fr\u202e'], { cwd, stdin: 'namespace: a\nworkers: []\n' }),
  ];
  for (const one of lines) expect(one.err).not.toMatch(unseen);
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
