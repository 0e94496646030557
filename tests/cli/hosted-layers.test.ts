import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { cli, temporaryFolder } from './cli.ts';

vi.setConfig({ testTimeout: 60_000 });

type Files = Readonly<Record<string, string>>;

function folderWith(files: Files): string {
  const cwd = temporaryFolder();
  execFileSync('git', ['init', '--quiet'], { cwd });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(cwd, dirname(name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
  return cwd;
}

function textsIn(cwd: string, files: Files): Files {
  return Object.fromEntries(
    Object.keys(files).map((name) => [name, readFileSync(join(cwd, name), 'utf8')]),
  );
}

/** A text with all its lines further in. */
function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

const base = readFileSync('tests/cli/layers/files/base.yaml', 'utf8');
const profile = '  seccompProfile:\n    type: RuntimeDefault\n';
/** In order, but for the seccomp profile. */
const bare = base.replace(profile, '');
const mended = base;
/** What is hidden below this is mended here, and nowhere else. */
const over = 'podSecurityContext:\n  runAsNonRoot: false\n';
const overMended = over.replace('false', 'true');

const flux = (
  rest: string,
  metadata = '  namespace: airflow\n',
) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: astro-agent
${metadata}spec:
  chart:
    spec:
      chart: astro-remote-execution-agent
${rest}`;
const fromMap = '  valuesFrom:\n    - kind: ConfigMap\n      name: agent-values\n';
const fluxValues = (values: string) => `  values:\n${indented(values, 4)}`;
const holder = (kind: string, key: string, values: string, metadata = '  namespace: airflow\n') =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: agent-values\n${metadata}${key}:\n  values.yaml: |\n${indented(values, 4)}`;
const map = (values: string) => holder('ConfigMap', 'data', values);

const argo = (rest: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: astro-agent
spec:
  destination:
    namespace: airflow
${rest}`;
const argoSources = (values: string) =>
  argo(`  sources:
    - repoURL: https://helm.astronomer.io
      chart: astro-remote-execution-agent
      helm:
        valueFiles:
          - $values/envs/base.yaml
        valuesObject:
${indented(values, 10)}    - repoURL: https://git.example/platform
      ref: values
`);

const kustomization = (
  merge: string,
  inline: string,
) => `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
helmCharts:
  - name: astro-remote-execution-agent
    releaseName: astro-agent
    namespace: airflow
    valuesFile: values.yaml
${merge}    valuesInline:
${indented(inline, 6)}`;

const k3s = (kind: string, spec: string) =>
  `apiVersion: helm.cattle.io/v1\nkind: ${kind}\nmetadata:\n  name: astro-agent\n  namespace: airflow\nspec:\n${spec}`;
const k3sChart = '  chart: astro-remote-execution-agent\n';
const content = (values: string) => `  valuesContent: |-\n${indented(values, 4)}`;

interface Case {
  readonly name: string;
  readonly before: Files;
  /** What `check` finds that decides, or that says what is missing. */
  readonly found: readonly (readonly [file: string, rule: string])[];
  /** The files that `fix` changes. */
  readonly after: Files;
}

const seccomp = 'seccompProfile_restricted';
const nonRoot = 'runAsNonRoot';

const cases: readonly Case[] = [
  {
    name: 'Flux: a ConfigMap of the same file below the values of the release',
    before: { 'release.yaml': `${flux(fromMap + fluxValues(over))}---\n${map(bare)}` },
    found: [
      [`release.yaml`, nonRoot],
      [`release.yaml`, seccomp],
    ],
    after: { 'release.yaml': `${flux(fromMap + fluxValues(overMended))}---\n${map(mended)}` },
  },
  {
    name: 'Flux: a ConfigMap of another file, and no values in the release',
    before: { 'a/release.yaml': flux(fromMap), 'b/values.yaml': map(bare) },
    found: [[`b/values.yaml`, seccomp]],
    after: { 'b/values.yaml': map(mended) },
  },
  {
    name: 'Flux: the stringData of a Secret, whose namespace the release does not say',
    before: {
      'release.yaml': flux(fromMap.replace('ConfigMap', 'Secret') + fluxValues(over), ''),
      'secret.yaml': holder('Secret', 'stringData', bare),
    },
    found: [
      [`release.yaml`, nonRoot],
      [`secret.yaml`, seccomp],
    ],
    after: {
      'release.yaml': flux(fromMap.replace('ConfigMap', 'Secret') + fluxValues(overMended), ''),
      'secret.yaml': holder('Secret', 'stringData', mended),
    },
  },
  {
    name: 'Argo CD: a values file by its source’s ref, from the root of the repository',
    before: { 'apps/agent.yaml': argoSources(over), 'envs/base.yaml': bare },
    found: [
      [`apps/agent.yaml`, nonRoot],
      [`envs/base.yaml`, seccomp],
    ],
    after: { 'apps/agent.yaml': argoSources(overMended), 'envs/base.yaml': mended },
  },
  {
    name: 'Kustomize: inline wins over the file',
    before: { 'kustomization.yaml': kustomization('', over), 'values.yaml': bare },
    found: [
      [`kustomization.yaml`, nonRoot],
      [`values.yaml`, seccomp],
    ],
    after: { 'kustomization.yaml': kustomization('', overMended), 'values.yaml': mended },
  },
  {
    name: 'Kustomize: merge lets the file win',
    before: {
      'kustomization.yaml': kustomization('    valuesMerge: merge\n', bare),
      'values.yaml': over,
    },
    found: [
      [`kustomization.yaml`, seccomp],
      [`values.yaml`, nonRoot],
    ],
    after: {
      'kustomization.yaml': kustomization('    valuesMerge: merge\n', mended),
      'values.yaml': overMended,
    },
  },
  {
    name: 'k3s: a HelmChartConfig over its HelmChart, in another file',
    before: {
      'chart.yaml': k3s('HelmChart', k3sChart + content(bare)),
      'config.yaml': k3s('HelmChartConfig', content(over)),
    },
    found: [
      [`chart.yaml`, seccomp],
      [`config.yaml`, nonRoot],
    ],
    after: {
      'chart.yaml': k3s('HelmChart', k3sChart + content(mended)),
      'config.yaml': k3s('HelmChartConfig', content(overMended)),
    },
  },
  {
    name: 'k3s: values over valuesContent in one HelmChart',
    before: {
      'chart.yaml': k3s(
        'HelmChart',
        k3sChart + content(bare) + fluxValues(over).replace(/^ {4}/gm, '    '),
      ),
    },
    found: [
      [`chart.yaml`, seccomp],
      [`chart.yaml`, nonRoot],
    ],
    after: { 'chart.yaml': k3s('HelmChart', k3sChart + content(mended) + fluxValues(overMended)) },
  },
];

const resultsSchema = z.object({
  results: z.array(
    z.object({
      type: z.string(),
      rule: z.string().optional(),
      effect: z.string().optional(),
      install: z.string().optional(),
      place: z.object({ file: z.string(), region: z.object({ startLine: z.number() }).optional() }),
    }),
  ),
});

async function found(cwd: string, ...words: readonly string[]) {
  const { out, code } = await cli(['check', '--format', 'json', ...words], { cwd });
  const { results } = resultsSchema.parse(JSON.parse(out));
  const findings = results.filter(({ type, effect }) => type === 'finding' && effect !== 'advice');
  const places = findings.map(
    ({ rule, place }) => `${place.file}:${place.region?.startLine ?? 0} ${rule}`,
  );
  return { code, places: places.sort(), installs: new Set(findings.map(({ install }) => install)) };
}

/** A finding with its line: the key of the mapping that lacks a profile, or the value that is wrong. */
function placed(files: Files, [file, rule]: Case['found'][number]): string {
  const lines = (files[file] ?? '').split('\n');
  const isLacking = rule === seccomp;
  const at = lines.findIndex((line) =>
    line.includes(isLacking ? 'runAsUser: 50000' : 'runAsNonRoot: false'),
  );
  return `${file}:${isLacking ? at : at + 1} ${rule}`;
}

describe.each(cases)('$name', ({ before, found: rules, after }) => {
  const expected = rules.map((one) => placed(before, one)).sort();
  const names = Object.keys(before);

  test('check finds each at the line of the file that decides', async () => {
    const cwd = folderWith(before);
    const { code, places, installs } = await found(cwd, ...names);
    expect(places).toEqual(expected);
    expect([...installs]).toEqual(['astro-agent']);
    expect(code).toBe(1);
  });

  test('a folder and any order come to the same', async () => {
    const cwd = folderWith(before);
    expect((await found(cwd, '.')).places).toEqual(expected);
    expect((await found(cwd, ...names.toReversed())).places).toEqual(expected);
  });

  test('fix changes each file where the change belongs, and then nothing', async () => {
    const cwd = folderWith(before);
    const fixed = await cli(['fix', '--write', ...names], { cwd });
    expect(textsIn(cwd, before)).toEqual({ ...before, ...after });
    expect([fixed.code, fixed.err]).toEqual([
      0,
      `Repaired ${expected.length === 1 ? '1 problem' : `${expected.length} problems`}.\n`,
    ]);
    expect(await found(cwd, ...names)).toMatchObject({ code: 0, places: [] });
    expect(await cli(['fix', '--write', ...names], { cwd })).toMatchObject({
      code: 0,
      err: 'Nothing to repair.\n',
    });
  });

  test('the patch over all is what git makes the same of', async () => {
    const cwd = folderWith(before);
    const { out } = await cli(['fix', '--diff', ...names], { cwd });
    execFileSync('git', ['apply'], { cwd, input: out });
    expect(textsIn(cwd, before)).toEqual({ ...before, ...after });
  });
});

describe('what is not all there', () => {
  const before = { 'release.yaml': flux(fromMap + fluxValues(bare)) };

  test('is said, repaired as far as it is there, and never 0', async () => {
    const cwd = folderWith(before);
    expect((await found(cwd, 'release.yaml')).places).toContain('release.yaml:11 elsewhere');
    expect(await cli(['fix', '--write', 'release.yaml'], { cwd })).toMatchObject({ code: 1 });
    const after = { 'release.yaml': flux(fromMap + fluxValues(mended)) };
    expect(textsIn(cwd, before)).toEqual(after);
    expect(await found(cwd, 'release.yaml')).toMatchObject({
      code: 1,
      places: ['release.yaml:11 elsewhere'],
    });
  });

  test('beside what is there', async () => {
    const more = '    - kind: Secret\n      name: more\n';
    const files = {
      'release.yaml': flux(fromMap + more + fluxValues(over)),
      'map.yaml': map(bare),
    };
    const cwd = folderWith(files);
    const words = ['fix', '--write', ...Object.keys(files)];
    expect(await cli(words, { cwd })).toMatchObject({ code: 1 });
    expect(textsIn(cwd, files)).toEqual({
      'release.yaml': flux(fromMap + more + fluxValues(overMended)),
      'map.yaml': map(mended),
    });
    expect(await found(cwd, '.')).toMatchObject({ code: 1, places: ['release.yaml:13 elsewhere'] });
  });
});

describe('is not merged, and said to come from elsewhere:', () => {
  const twice = `${map(bare)}---\n${map(over).replace('namespace: airflow', 'labels: {a: b}')}`;
  test.each<[string, Files, string]>([
    [
      'one of two ConfigMaps that may be meant',
      { 'release.yaml': flux(fromMap + fluxValues(bare), ''), 'maps.yaml': twice },
      'release.yaml',
    ],
    [
      'a ConfigMap of another namespace',
      {
        'release.yaml': flux(fromMap + fluxValues(bare)),
        'map.yaml': map(bare).replace('namespace: airflow', 'namespace: other'),
      },
      'release.yaml',
    ],
    [
      'a single value of Flux',
      {
        'release.yaml': flux(`${fromMap}      targetPath: image\n${fluxValues(bare)}`),
        'map.yaml': map(bare),
      },
      'release.yaml',
    ],
    [
      'a file below a null, which Kustomize drops and Helm would keep',
      {
        'kustomization.yaml': kustomization('', `${bare}loggingSidecar: null\n`),
        'values.yaml': bare,
      },
      'kustomization.yaml',
    ],
    [
      'a file of the chart',
      {
        'app.yaml': argoSources(bare).replace('$values/envs/base.yaml', 'envs/base.yaml'),
        'envs/base.yaml': bare,
      },
      'app.yaml',
    ],
    [
      'a file of a source that is none',
      {
        'app.yaml': argoSources(bare).replace('$values/', '$other/'),
        'envs/base.yaml': bare,
      },
      'app.yaml',
    ],
  ])('%s', async (_, files, host) => {
    const cwd = folderWith(files);
    const { code, places } = await found(cwd, '.');
    expect(code).toBe(1);
    expect(places.filter((one) => one.endsWith(' elsewhere'))).toEqual([
      expect.stringMatching(new RegExp(`^${host}:`)),
    ]);
    // Each text is judged by itself, then.
    expect(places.filter((one) => one.includes(seccomp)).length).toBeGreaterThan(1);
  });

  test('outside of a repository, what is counted from its root', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'app.yaml'), argoSources(bare).replace('envs/', ''));
    writeFileSync(join(cwd, 'base.yaml'), bare);
    expect((await found(cwd, '.')).places).toContain('app.yaml:13 elsewhere');
  });

  test('what a valuesMerge: replace makes nothing of is judged by itself', async () => {
    const files = {
      'kustomization.yaml': kustomization('    valuesMerge: replace\n', base),
      'values.yaml': bare,
    };
    const cwd = folderWith(files);
    expect((await found(cwd, '.')).places).toEqual([placed(files, ['values.yaml', seccomp])]);
  });
});

test('two releases share a ConfigMap, which is changed once', async () => {
  const second = flux(fromMap + fluxValues(over)).replace('name: astro-agent', 'name: other');
  const files = {
    'all.yaml': `${flux(fromMap)}---\n${second}---\n${map(bare)}`,
  };
  const cwd = folderWith(files);
  expect(await cli(['fix', '--write', 'all.yaml'], { cwd })).toMatchObject({ code: 0 });
  const secondMended = second.replace('runAsNonRoot: false', 'runAsNonRoot: true');
  expect(textsIn(cwd, files)).toEqual({
    'all.yaml': `${flux(fromMap)}---\n${secondMended}---\n${map(mended)}`,
  });
});

test('two releases of one name in a file are each by themselves', async () => {
  const one = flux(fromMap + fluxValues(bare));
  const cwd = folderWith({ 'all.yaml': `${one}---\n${one}---\n${map(base)}` });
  const { code, places } = await found(cwd, 'all.yaml');
  expect(code).toBe(1);
  expect(places.filter((place) => place.endsWith(seccomp))).toHaveLength(2);
  expect(places.filter((place) => place.endsWith(' elsewhere'))).toHaveLength(2);
});

test('a layer that cannot be edited in place is refused with its line, and nothing is', async () => {
  const quoted = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: agent-values\n  namespace: airflow\ndata:\n  values.yaml: "image: a"\n`;
  const files = { 'release.yaml': flux(fromMap + fluxValues(bare)), 'map.yaml': quoted };
  const cwd = folderWith(files);
  expect(await found(cwd, '.')).toMatchObject({ code: 2, places: ['map.yaml:7 quoted-text'] });
  const words = ['fix', '--write', ...Object.keys(files)];
  expect(await cli(words, { cwd })).toMatchObject({ code: 2 });
  expect(textsIn(cwd, files)).toEqual(files);
});

test('what is beside a merged install in its files is repaired, too', async () => {
  const umbrella = `agent:\n${indented(bare, 2)}`;
  const alone = flux(fluxValues(bare)).replace('name: astro-agent', 'name: alone');
  const files = {
    'all.yaml': `${alone}---\n${flux(fromMap)}---\n${map(bare)}`,
    'umbrella.yaml': umbrella,
  };
  const cwd = folderWith(files);
  const words = ['fix', '--write', ...Object.keys(files)];
  expect(await cli(words, { cwd })).toMatchObject({ code: 0, err: 'Repaired 3 problems.\n' });
  expect(textsIn(cwd, files)).toEqual({
    'all.yaml': `${alone.replace(indented(bare, 4), indented(mended, 4))}---\n${flux(fromMap)}---\n${map(mended)}`,
    'umbrella.yaml': `agent:\n${indented(mended, 2)}`,
  });
});

test('the Namespace that the release goes to says the policy', async () => {
  const namespace =
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: airflow\n  labels:\n    pod-security.kubernetes.io/enforce: privileged\n';
  const files = { 'release.yaml': flux(fromMap), 'map.yaml': map(bare), 'ns.yaml': namespace };
  const cwd = folderWith(files);
  expect(await found(cwd, '.')).toMatchObject({ code: 0, places: [] });
  const words = ['fix', '--write', ...Object.keys(files)];
  expect(await cli(words, { cwd })).toMatchObject({ code: 0 });
  expect(textsIn(cwd, files)['map.yaml']).toBe(map(bare));
});

test('--harden is refused, since it would not know which text to harden', async () => {
  const cwd = folderWith({ 'all.yaml': `${flux(fromMap)}---\n${map(bare)}` });
  const { code, err } = await cli(['fix', '--harden', '--diff', 'all.yaml'], { cwd });
  expect(code).toBe(2);
  expect(err).toContain('--harden is not for layers.');
});
