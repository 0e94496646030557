import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { cli, temporaryFolder } from './cli.ts';

vi.setConfig({ testTimeout: 30_000 });

/** A repository with broken values under each of the names, and no other file. */
function repositoryWith(...names: readonly string[]): string {
  const root = temporaryFolder();
  git(root, 'init', '--quiet');
  for (const name of names) {
    mkdirSync(join(root, dirname(name)), { recursive: true });
    copyFileSync('tests/samples/crlf.yaml', join(root, name));
  }
  return root;
}

function git(cwd: string, ...words: readonly string[]): void {
  const env = { PATH: process.env.PATH, HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', words, { cwd, env, stdio: 'pipe' });
}

function textsIn(root: string, names: readonly string[]): readonly string[] {
  return names.map((name) => readFileSync(join(root, name), 'utf8'));
}

const names = ['deploy/my agents/välues "prod" \\1.yaml', 'deploy/tab\there.yaml', 'top.yaml'];

test.each([
  ['the root', '.', names],
  ['a subfolder', 'deploy', ['my agents/välues "prod" \\1.yaml', 'tab\there.yaml', '../top.yaml']],
  [
    'a folder further below',
    'deploy/my agents',
    ['välues "prod" \\1.yaml', '../tab\there.yaml', '../../top.yaml'],
  ],
])('a patch made in %s is taken by git at the root', async (_, below, words) => {
  const root = repositoryWith(...names);
  const cwd = join(root, below);
  const { out } = await cli(['fix', '--diff', ...words], { cwd });
  const patch = join(temporaryFolder(), 'changes.patch');
  writeFileSync(patch, out);
  git(root, 'apply', '--whitespace=nowarn', patch);
  const patched = textsIn(root, names);
  const other = repositoryWith(...names);
  await cli(['fix', '--write', ...names], { cwd: other });
  expect(patched).toEqual(textsIn(other, names));
  expect(patched).not.toEqual(textsIn(repositoryWith(...names), names));
});

test('git takes a patch in the subfolder that it was made in, too', async () => {
  const root = repositoryWith('deploy/a b.yaml');
  const cwd = join(root, 'deploy');
  const { out } = await cli(['fix', '--diff', 'a b.yaml'], { cwd });
  const patch = join(temporaryFolder(), 'changes.patch');
  writeFileSync(patch, out);
  const before = textsIn(root, ['deploy/a b.yaml']);
  git(cwd, 'apply', '--whitespace=nowarn', patch);
  expect(textsIn(root, ['deploy/a b.yaml'])).not.toEqual(before);
});

test('of a symbolic link, the file that it leads to is patched', async () => {
  const root = repositoryWith('real/values.yaml');
  symlinkSync('real/values.yaml', join(root, 'link.yaml'));
  const { out } = await cli(['fix', '--diff', 'link.yaml'], { cwd: root });
  expect(out).toMatch(/^diff --git a\/real\/values.yaml b\/real\/values.yaml\n/);
});

test('a worktree, whose .git is a file, is a repository of its own', async () => {
  const root = repositoryWith('values.yaml');
  const cwd = join(root, 'trees', 'one');
  mkdirSync(join(cwd, 'deploy'), { recursive: true });
  writeFileSync(join(cwd, '.git'), 'gitdir: elsewhere\n');
  copyFileSync('tests/samples/crlf.yaml', join(cwd, 'deploy', 'values.yaml'));
  const { out } = await cli(['fix', '--diff', 'values.yaml'], { cwd: join(cwd, 'deploy') });
  expect(out).toMatch(/^--- a\/deploy\/values.yaml$/m);
});

test('SARIF counts addresses from the root of the repository', async () => {
  const root = repositoryWith('deploy/a b.yaml', 'top.yaml');
  const words = ['check', '--format', 'sarif', 'a b.yaml', '../top.yaml', 'none.yaml'];
  const { out } = await cli(words, { cwd: join(root, 'deploy') });
  const [run] = JSON.parse(out).runs;
  const uris = new Set(
    run.results.map(
      (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        one.locations[0]?.physicalLocation.artifactLocation.uri,
    ),
  );
  expect([...uris].sort()).toEqual(['deploy/a%20b.yaml', 'deploy/none.yaml', 'top.yaml']);
  expect(run.originalUriBaseIds.SRCROOT.uri).toBe(`file://${root}/`);
});
