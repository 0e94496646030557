import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { archiveEntries } from '../../src/handover/archive/entries.ts';
import { entryName } from '../../src/handover/archive/entry.ts';
import { zipOf } from '../../src/handover/archive/zip.ts';
import { fieldIds } from '../../src/handover/field-id.ts';
import { fieldFacts, fieldValue } from '../../src/handover/fields.ts';
import { groups } from '../../src/handover/output.ts';
import { outputs } from '../../src/handover/outputs.ts';
import { documentsWith, inputOf, repairedInput, sample } from './inputs.ts';

const input = repairedInput('astro-ui-2x.yaml');

test('every output is in the list once, in the order of the groups', () => {
  expect(outputs.map(({ group, title }) => [group, title])).toEqual([
    ['Repository', 'Files'],
    ['Repository', 'Patch'],
    ['Repository', 'Pull request'],
    ['Install', 'Commands'],
    ['GitOps and IaC', 'Argo CD'],
    ['GitOps and IaC', 'Flux'],
    ['GitOps and IaC', 'Kustomize'],
    ['GitOps and IaC', 'Terraform'],
    ['For DAG authors', 'Task pods'],
  ]);
  expect([...new Set(outputs.map(({ group }) => group))]).toEqual([...groups]);
  expect(outputs.map((output) => output.kind(input))).toEqual([
    '1 changed, 1 new',
    'for git apply',
    'GitHub, GitLab',
    '5 steps, POSIX shell',
    'Application',
    'HelmRelease',
    'helmCharts',
    'helm_release, OpenTofu too',
    'Python and pod template',
  ]);
});

test('the archive holds what is shown, and a README that names each', () => {
  const files = unzipSync(zipOf(archiveEntries(input)));
  const shown = outputs.flatMap((output) => {
    const made = output.make(input);
    return made.ok ? made.files.map(({ name, text }) => [entryName(output, name), text]) : [];
  });
  const { 'README.md': readme, ...others } = Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  expect(others).toEqual(Object.fromEntries(shown));
  expect(Object.keys(others)).toEqual([
    'files/agents/values.yaml',
    'files/agents/namespace.yaml',
    'changes.patch',
    'pull-request.md',
    'commands.sh',
    'argo-cd/application.yaml',
    'flux/helm-release.yaml',
    'kustomize/kustomization.yaml',
    'kustomize/namespace.yaml',
    'terraform/agents.tf',
  ]);
  for (const name of Object.keys(others)) expect(readme).toContain(`\`${name}\``);
  expect(readme).toContain('- Task pods: not here. No worker may make pods');
  expect(readme).toContain('4 of 4 pods admitted by `restricted:latest`');
});

test('the archive is the same bytes anywhere and anytime', () => {
  const before = process.env.TZ;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
  const [here, ...others] = ['UTC', 'Pacific/Kiritimati', 'America/Adak'].map((zone) => {
    process.env.TZ = zone;
    return Buffer.from(zipOf(archiveEntries(input))).toString('base64');
  });
  for (const other of others) expect(other).toBe(here);
});

test('the patch in the archive turns what was opened into the files in it', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'archive-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  execFileSync('mkdir', [join(cwd, 'agents')]);
  writeFileSync(join(cwd, 'agents/values.yaml'), sample('astro-ui-2x.yaml'));
  const files = new Map(archiveEntries(input).map(({ name, text }) => [name, text]));
  execFileSync('git', ['apply'], { cwd, input: files.get('changes.patch'), stdio: 'pipe' });
  for (const name of ['agents/values.yaml', 'agents/namespace.yaml']) {
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(files.get(`files/${name}`));
  }
});

describe('a text that cannot be read', () => {
  const broken = inputOf(
    { values: 'a: [', namespace: 'kind: Namespace\n' },
    documentsWith('resourceNamePrefix: a\n'),
  );

  test('is in the archive as it is, and no form of it', () => {
    const entries = archiveEntries(broken);
    expect(entries.map(({ name }) => name)).toEqual([
      'README.md',
      'files/agents/values.yaml',
      'files/agents/namespace.yaml',
      'changes.patch',
    ]);
    expect(entries[0]?.text).toContain('A text cannot be read as it is now');
  });
});

test.each([
  [['../values.yaml'], /is no path within a repository/],
  [['/etc/values.yaml'], /is no path within a repository/],
  [['a.yaml', 'a.yaml'], /^Two files are called "a.yaml"/],
])('files called %j are no output', (names, reason) => {
  const files = names.map((name) => ({ name, after: 'a: 1\n' }));
  for (const output of outputs.slice(0, 2)) {
    expect(output.make({ ...input, files })).toEqual({
      ok: false,
      reason: expect.stringMatching(reason),
    });
  }
});

test('every field has a usual value that can be used, but for an address that nobody knows', () => {
  const wrong = fieldIds.filter(
    (id) => fieldFacts[id].complaint(fieldValue(input, id)) !== undefined,
  );
  expect(wrong).toEqual(['gitRepository']);
  for (const { fields } of outputs) expect(new Set(fields).size).toBe(fields.length);
});
