import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { cli, temporaryFolder } from './cli.ts';

vi.setConfig({ testTimeout: 60_000 });

const file = (name: string) =>
  readFileSync(new URL(`../sources/files/${name}`, import.meta.url), 'utf8');

const resultsSchema = z.object({
  results: z.array(
    z.object({
      type: z.string(),
      rule: z.string().optional(),
      effect: z.string().optional(),
      message: z.string().optional(),
      verdict: z.string().optional(),
      subject: z.string().optional(),
      fix: z.object({}).optional(),
      place: z.object({ region: z.object({ startLine: z.number() }) }),
      related: z
        .array(z.object({ place: z.object({ region: z.object({ startLine: z.number() }) }) }))
        .optional(),
    }),
  ),
});

async function checked(stdin: string) {
  const { out, code } = await cli(['check', '--format', 'json', '-'], { stdin });
  const { results } = resultsSchema.parse(JSON.parse(out));
  const deciding = results.filter(({ effect }) => effect !== undefined && effect !== 'advice');
  return { code, results, deciding };
}

const sound = `resourceNamePrefix: agent
podSecurityContext: {runAsNonRoot: true, runAsUser: 50000, fsGroup: 50000, seccompProfile: {type: RuntimeDefault}}
containerSecurityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
workers: [{name: w}]
dagProcessor: {}
triggerer: {}
sentinel: {enabled: false}
`;

test('where only its form matters it is taken to be right, and listed in one', async () => {
  const { code, results, deciding } = await checked(file('subst.yaml'));
  expect({ code, deciding }).toEqual({ code: 0, deciding: [] });
  const [later] = results.filter(({ rule }) => rule === 'known-later');
  expect(later?.message).toBe(`Still to be filled in: \${NS}, \${ENV}, \${REPLICAS}`);
  const lines = later?.related?.map(({ place }) => place.region.startLine);
  expect([later?.place.region.startLine, lines]).toEqual([1, [2, 6, 7]]);
});

test('what does not hang on it is judged and repaired', async () => {
  const text = file('terraform-templatefile.yaml');
  const { code, results, deciding } = await checked(text);
  expect(code).toBe(1);
  expect(deciding.map(({ rule }) => rule)).toEqual([
    'allowPrivilegeEscalation',
    'capabilities_restricted',
    'runAsNonRoot',
    'seccompProfile_restricted',
  ]);
  expect(results[0]?.subject).toBe(`Deployment \${prefix}-agent-worker-\${worker_name}`);
  const fixed = await cli(['fix', '-'], { stdin: text });
  expect(fixed.code).toBe(0);
  expect(fixed.out.startsWith(text)).toBe(true);
  expect(fixed.out).not.toContain('known-later');
});

describe('where the verdict hangs on it, it is not known', () => {
  test.each([
    ['runAsUser: 50000', `runAsUser: "\${UID}"`],
    ['runAsNonRoot: true', `runAsNonRoot: "\${NON_ROOT}"`],
    ['type: RuntimeDefault', `type: "\${PROFILE}"`],
    ['drop: [ALL]', `drop: ["\${CAPABILITY}"]`],
    ['drop: [ALL]', `drop: "\${CAPABILITIES}"`],
    ['allowPrivilegeEscalation: false', 'allowPrivilegeEscalation: "{{ more }}"'],
    [
      'workers: [{name: w}]',
      `workers: [{name: w, extraContainers: [{name: x, image: i, securityContext: {privileged: "\${P}", allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}]}]`,
    ],
  ])('%s as %s', async (before, after) => {
    expect((await checked(sound)).code).toBe(0);
    const { code, results, deciding } = await checked(sound.replace(before, after));
    expect(code).toBe(1);
    expect(deciding.length).toBeGreaterThan(0);
    for (const { effect } of deciding) expect(effect).toBe('unknown');
    expect(results.some(({ verdict }) => verdict === 'unknown')).toBe(true);
    expect(results.some(({ verdict }) => verdict === 'rejected')).toBe(false);
  });
});

test.each([
  ['workers: [{name: w}]', `workers: [{name: "w-\${ENV}", replicas: "\${N}"}]`],
  ['workers: [{name: w}]', `workers: [{name: w, resources: {limits: {memory: "\${MEM}"}}}]`],
  ['workers: [{name: w}]', `workers: [{name: "\${A}"}, {name: "\${B}"}]`],
  ['workers: [{name: w}]', 'workers: [{name: w, env: [{name: A, value: "{{ ds }}"}]}]'],
  ['resourceNamePrefix: agent', `resourceNamePrefix: agent\nnamespace: \${NS}`],
  ['resourceNamePrefix: agent', `resourceNamePrefix: agent\nimage: "registry.example/a:\${TAG}"`],
])('%s as %s is in order', async (before, after) => {
  const { code, deciding } = await checked(sound.replace(before, after));
  expect({ code, deciding }).toEqual({ code: 0, deciding: [] });
});

describe('a file of SOPS', () => {
  test('is judged as far as it is plain, and no fix is offered', async () => {
    const { code, results, deciding } = await checked(file('sops.yaml'));
    expect(code).toBe(1);
    expect(new Set(deciding.map(({ effect }) => effect))).toEqual(new Set(['rejected']));
    expect(results.filter(({ fix }) => fix !== undefined)).toEqual([]);
    const rules = results.map(({ rule }) => rule);
    expect(rules).not.toContain('bad-type');
    expect(rules).not.toContain('bad-name');
    expect(rules).not.toContain('unknown-key');
  });

  test('with nothing plain in it is named', async () => {
    const enc = 'ENC[AES256_GCM,data:x=,iv:a=,tag:b==,type:str]';
    const stdin = `resourceNamePrefix: ${enc}\nworkers: []\nsops:\n  mac: ${enc}\n`;
    const { code, results } = await checked(stdin);
    expect({ code, rules: results.map(({ rule }) => rule) }).toEqual({
      code: 2,
      rules: ['encrypted'],
    });
  });

  test.each<[string, string, boolean]>([
    ['without its MAC over plain values', '    mac_only_encrypted: true\n', true],
    ['with it', '', false],
    ['whose rules encrypt what is repaired', '    mac_only_encrypted: true\n', false],
  ])('%s', async (what, rule, isEdited) => {
    const cwd = temporaryFolder();
    const regex = what.startsWith('whose')
      ? '^(agentToken|containerSecurityContext)$'
      : '^(agentToken|value)$';
    const text = file('sops.yaml')
      .replace('    version:', `${rule}    version:`)
      .replace('^(agentToken|value)$', regex);
    writeFileSync(join(cwd, 'values.yaml'), text);
    const { code } = await cli(['fix', '--write', 'values.yaml'], { cwd });
    expect(readFileSync(join(cwd, 'values.yaml'), 'utf8') !== text).toBe(isEdited);
    expect(code).toBe(rule === '' ? 2 : 1);
  });

  test('that is a host is judged and not edited', async () => {
    const release = file('helmrelease.yaml');
    const stdin = `${release}sops:\n  mac: ENC[AES256_GCM,data:x=,iv:a=,tag:b==,type:str]\n`;
    const { code, results } = await checked(stdin);
    expect(code).toBe(1);
    expect(results.filter(({ fix }) => fix !== undefined)).toEqual([]);
    const fixed = await cli(['fix', '-'], { stdin });
    expect({ code: fixed.code, out: fixed.out }).toEqual({ code: 2, out: '' });
    expect(fixed.err).toContain('SOPS encrypted this file');
  });
});
