import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { outputs } from '../../src/handover/outputs.ts';
import { cli, temporaryFolder } from './cli.ts';

const timeout = 60_000;

/** A folder with a team's values in it. */
function folderWith(sample: string): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'agents'));
  copyFileSync(`tests/samples/${sample}`, join(cwd, 'agents/values.yaml'));
  return cwd;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const all = [
  'README.md',
  'argo-cd/application.yaml',
  'changes.patch',
  'commands.sh',
  'files/agents/namespace.yaml',
  'files/agents/values.yaml',
  'flux/helm-release.yaml',
  'kustomize/kustomization.yaml',
  'kustomize/namespace.yaml',
  'pull-request.md',
  'terraform/agents.tf',
];

test('writes everything into a folder; the patch makes of the files what is in it', {
  timeout,
}, async () => {
  const cwd = folderWith('astro-ui-2x.yaml');
  const before = readFileSync(join(cwd, 'agents/values.yaml'), 'utf8');
  const { code, out, err } = await cli(['handover', '-f', 'agents/values.yaml', '-o', 'out'], {
    cwd,
  });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(filesIn(join(cwd, 'out'))).toEqual(all);
  expect(err).toContain('Wrote out/argo-cd/application.yaml\n');
  expect(err).toMatch(/4 of 4 pods admitted by restricted:latest\.\n$/);
  expect(readFileSync(join(cwd, 'agents/values.yaml'), 'utf8')).toBe(before);
  execFileSync('git', ['apply', 'out/changes.patch'], { cwd, stdio: 'pipe' });
  for (const name of ['agents/values.yaml', 'agents/namespace.yaml']) {
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(
      readFileSync(join(cwd, 'out/files', name), 'utf8'),
    );
  }
});

test('the archive holds the same', { timeout }, async () => {
  const cwd = folderWith('astro-ui-2x.yaml');
  const words = ['handover', '-f', 'agents/values.yaml', '-o'];
  await cli([...words, 'out'], { cwd });
  const { code } = await cli([...words, 'out.zip', '-q'], { cwd });
  expect(code).toBe(0);
  const archive = unzipSync(readFileSync(join(cwd, 'out.zip')));
  expect(Object.keys(archive).sort()).toEqual(all);
  for (const [name, bytes] of Object.entries(archive)) {
    expect(strFromU8(bytes)).toBe(readFileSync(join(cwd, 'out', name), 'utf8'));
  }
});

describe('a single form', () => {
  test.each([
    ['argo', 'kind: Application'],
    ['flux', 'kind: HelmRelease'],
    ['terraform', 'resource "helm_release"'],
    ['commands', '#!/bin/sh'],
    ['pr', '## Run the Remote Execution Agent'],
    ['patch', 'diff --git a/values.yaml b/values.yaml'],
  ])('%s is printed', async (format, words) => {
    const stdin = readFileSync('tests/samples/crlf.yaml');
    const { code, out } = await cli(['handover', '-f', '-', '--format', format, '-q'], { stdin });
    expect(code).toBe(0);
    expect(out).toContain(words);
  });

  test('of several files needs a folder', async () => {
    const cwd = folderWith('crlf.yaml');
    const words = ['handover', '-f', 'agents/values.yaml', '--format', 'kustomize'];
    expect(await cli(words, { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'restricted-agent: There are 2 files. Name a folder or a .zip with -o, or one form with --format.\n',
    });
    expect((await cli([...words, '-o', 'out'], { cwd })).code).toBe(0);
    expect(filesIn(join(cwd, 'out'))).toEqual([
      'kustomize/kustomization.yaml',
      'kustomize/namespace.yaml',
    ]);
  });

  test('that there is not says why', async () => {
    const cwd = folderWith('team-edited.yaml');
    const words = ['handover', '-f', 'agents/values.yaml', '--format', 'task-pods', '-o', 'out'];
    const { code, err } = await cli(words, { cwd });
    expect(code).toBe(2);
    expect(err).toContain('canUseKubernetesPodOperator is not on');
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  test('takes its fields', async () => {
    const cwd = folderWith('crlf.yaml');
    const words = ['handover', '-f', 'agents/values.yaml', '--format', 'commands'];
    const fields = ['--field', 'releaseName=mine', '--field', 'kubeContext=a=b c'];
    const { out } = await cli([...words, ...fields], { cwd });
    expect(out).toContain('helm upgrade --install mine astronomer/');
    expect(out).toContain("'--kube-context=a=b c'");
    expect((await cli([...words, '--field', 'x=1'], { cwd })).err).toContain(
      'There is no field x.',
    );
    expect((await cli([...words, '--field', 'releaseName'], { cwd })).err).toContain(
      'has no value',
    );
    expect((await cli([...words, '--field', 'releaseName=A'], { cwd })).err).toContain(
      'Release name: ',
    );
  });
});

test('writes over nothing without --force, and then nothing at all', { timeout }, async () => {
  const cwd = folderWith('crlf.yaml');
  const words = ['handover', '-f', 'agents/values.yaml', '-o', 'out', '-q'];
  mkdirSync(join(cwd, 'out'));
  writeFileSync(join(cwd, 'kept'), 'mine');
  symlinkSync('../kept', join(cwd, 'out/commands.sh'));
  const { code, err } = await cli(words, { cwd });
  expect(code).toBe(2);
  expect(err).toContain('out/commands.sh is there already.');
  expect(readdirSync(join(cwd, 'out'))).toEqual(['commands.sh']);
  expect((await cli([...words, '--force'], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, 'kept'), 'utf8')).toBe('mine');
  expect(readFileSync(join(cwd, 'out/commands.sh'), 'utf8')).toMatch(/^#!\/bin\/sh\n/);
});

test('with what needs a person it writes, says so, and is 1', { timeout }, async () => {
  const cwd = folderWith('team-edited.yaml');
  const { code, err } = await cli(['handover', '-f', 'agents/values.yaml', '-o', 'out', '-q'], {
    cwd,
  });
  expect(code).toBe(1);
  expect(err).toMatch(
    /^\d of \d pods would be rejected by restricted:latest\. \d problems? left: see restricted-agent fix\.\n$/,
  );
  expect(readFileSync(join(cwd, 'out/pull-request.md'), 'utf8')).toContain(
    '- [ ] `restrictedVolumes`',
  );
});

test('a Namespace that is given is the one that is handed over', { timeout }, async () => {
  const cwd = folderWith('crlf.yaml');
  const { out } = await cli(['fix', 'agents/values.yaml'], { cwd });
  const name = /^namespace: *(\S+)/m.exec(out)?.[1] ?? '';
  const manifest = `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels: {team: data, pod-security.kubernetes.io/enforce: restricted}\n`;
  writeFileSync(join(cwd, 'agents/namespace.yaml'), manifest);
  const words = ['handover', '-f', 'agents/values.yaml', '--format', 'flux'];
  const forgotten = await cli(words, { cwd });
  expect(forgotten.err).toContain('agents/namespace.yaml is there already: give it with -f, too.');
  const { out: flux, err } = await cli([...words, '-f', 'agents/namespace.yaml'], { cwd });
  expect(err).not.toContain('is there already');
  expect(flux).toContain('team: data');
});

test.each([
  [[], 'No file is given.'],
  [['-f', 'agents/values.yaml', '--format', 'helm'], 'There is no format helm.'],
  [['-f', 'nothing.yaml'], 'nothing.yaml'],
  [['-f', 'agents/values.yaml', '-f', 'other.yaml'], 'one install'],
])('%j makes no sense', async (words, message) => {
  const cwd = folderWith('crlf.yaml');
  copyFileSync('tests/samples/crlf.yaml', join(cwd, 'other.yaml'));
  const { code, out, err } = await cli(['handover', ...words], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

test('a file outside of the folder has no name in a repository', async () => {
  const cwd = folderWith('crlf.yaml');
  const words = ['handover', '-f', '../values.yaml', '--format', 'patch'];
  copyFileSync('tests/samples/crlf.yaml', join(cwd, 'values.yaml'));
  const { code, err } = await cli(words, { cwd: join(cwd, 'agents') });
  expect(code).toBe(2);
  expect(err).toContain('is no path within a repository');
});

test('--harden hands over what fix --harden makes', { timeout }, async () => {
  const cwd = folderWith('crlf.yaml');
  const { out } = await cli(['fix', '--harden', 'agents/values.yaml'], { cwd });
  await cli(['handover', '--harden', '-f', 'agents/values.yaml', '-o', 'out'], { cwd });
  expect(readFileSync(join(cwd, 'out/files/agents/values.yaml'), 'utf8')).toBe(out);
});

test('the help names every form', async () => {
  const { out } = await cli(['handover', '--help']);
  for (const { id } of outputs) expect(out).toContain(id === 'pull-request' ? 'pr' : id);
});
