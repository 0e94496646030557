import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Hosted, sourceCases } from '../sources/cases.ts';
import { cli, temporaryFolder } from './cli.ts';

vi.setConfig({ testTimeout: 60_000 });

const hosts = sourceCases.flatMap(({ name, text, hosted }) =>
  hosted === undefined ? [] : [{ name: basename(name), text, hosted }],
);

const resultsSchema = z.object({
  results: z.array(
    z.object({
      type: z.string(),
      rule: z.string().optional(),
      subject: z.string().optional(),
      message: z.string().optional(),
      install: z.string().optional(),
      place: z.object({
        region: z.object({
          startLine: z.number(),
          startColumn: z.number(),
          byteOffset: z.number(),
          byteLength: z.number(),
        }),
        excerpt: z.string(),
      }),
    }),
  ),
});

async function checked(text: string, name: string, ...words: readonly string[]) {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), text);
  const { out, code } = await cli(['check', '--format', 'json', ...words, name], { cwd });
  return { code, ...resultsSchema.parse(JSON.parse(out)) };
}

async function fixed(text: string, name: string, ...words: readonly string[]) {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, name), text);
  const { code, err } = await cli(['fix', '--write', ...words, name], { cwd });
  return { code, err, text: readFileSync(join(cwd, name), 'utf8') };
}

type Block = Hosted['blocks'][number];

/** The values of a host as a file of their own, cut out line by line. */
function alone(text: string, { lines: [first, last], indent }: Block): string {
  const lines = text.split('\n').slice(first - 1, last);
  return lines.map((line) => `${line.slice(indent)}\n`).join('');
}

function offsetOf(text: string, line: number): number {
  const before = text.split('\n').slice(0, line - 1);
  return Buffer.byteLength(before.map((one) => `${one}\n`).join(''));
}

/** Rules of this program that values alone do not break. */
const hostRules = new Set(['elsewhere', 'layer-alone', 'dropped-null', 'release-namespace']);

describe.each(hosts)('$name', ({ name, text, hosted }) => {
  const { blocks, notes = [] } = hosted;

  test('check finds in each install what it finds in its values alone, at the host’s lines', async () => {
    const { results, code } = await checked(text, name);
    const own = results.filter(({ rule }) => rule === undefined || !hostRules.has(rule));
    const expected = await Promise.all(
      blocks.map(async (block) => {
        const read = await checked(alone(text, block), 'values.yaml', '--as', 'values');
        return read.results.map((one) => ({
          ...one,
          ...(block.install === '' ? {} : { install: block.install }),
          place: {
            excerpt: ' '.repeat(block.indent) + one.place.excerpt,
            region: {
              startLine: one.place.region.startLine + block.lines[0] - 1,
              startColumn: one.place.region.startColumn + block.indent,
            },
          },
        }));
      }),
    );
    expect(own).toMatchObject(expected.flat());
    expect(own).toHaveLength(expected.flat().length);
    for (const { place } of own) {
      const { startLine, startColumn, byteOffset } = place.region;
      expect(byteOffset).toBe(offsetOf(text, startLine) + startColumn - 1);
    }
    const said = results.filter(({ rule }) => rule !== undefined && hostRules.has(rule));
    const places = said.map(({ rule, place }) => [rule, place.region.startLine]);
    expect(places.filter(([rule]) => rule !== 'release-namespace')).toEqual(notes);
    expect(code).toBe(1);
  });

  test('fix gives each install the bytes of its values alone, and leaves the rest', async () => {
    const lines = text.split('\n');
    let isSound = notes.length === 0;
    for (const block of [...blocks].reverse()) {
      const own = await fixed(alone(text, block), 'values.yaml', '--as', 'values');
      const [first, last] = block.lines;
      const put = own.text.replace(/\n$/, '').split('\n');
      lines.splice(
        first - 1,
        last - first + 1,
        ...put.map((line) => ' '.repeat(block.indent) + line),
      );
      if (own.code !== 0) isSound = false;
    }
    const once = await fixed(text, name);
    expect(once.text).toBe(lines.join('\n'));
    expect(once.code).toBe(isSound ? 0 : 1);
    const twice = await fixed(once.text, name);
    expect(twice.text).toBe(once.text);
    expect((await checked(once.text, name)).code).toBe(once.code);
  });
});

const values = (indent: number) =>
  [
    'resourceNamePrefix: a',
    'namespace: airflow',
    'workers:',
    '  - name: w',
    'sentinel: {enabled: false}',
  ]
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('');

const release = (rest: string) =>
  `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: r, namespace: airflow}\n${rest}`;

describe('what is no block of its own is refused with its line, and never edited', () => {
  test.each<[string, string, string, number]>([
    ['flow-style', 'in braces', release('spec:\n  values: {resourceNamePrefix: a}\n'), 5],
    [
      'folded-text',
      'a folded text',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  v: >\n${values(4)}`,
      4,
    ],
    [
      'quoted-text',
      'a quoted text',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  v: "resourceNamePrefix: a\\n"\n',
      4,
    ],
    [
      'plain-text',
      'a plain text',
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    chart: astro-remote-execution-agent\n    helm:\n      values: some text\n',
      7,
    ],
    ['alias', 'an alias', release(`x: &v\n${values(2)}spec:\n  values: *v\n`), 11],
    ['alias', 'below an alias', release(`x: &s\n  values:\n${values(4)}spec: *s\n`), 11],
    ['merged', 'from a merge key', release(`x: &s\n  values:\n${values(4)}spec:\n  <<: *s\n`), 12],
    [
      'alias-in',
      'an alias to outside',
      release(
        `x: &c {}\nspec:\n  values:\n    resourceNamePrefix: a\n    podSecurityContext: *c\n`,
      ),
      8,
    ],
    [
      'alias-out',
      'an alias from outside',
      release(
        `spec:\n  values:\n    resourceNamePrefix: a\n    podSecurityContext: &c {}\nx: *c\n`,
      ),
      8,
    ],
    [
      'tab-indentation',
      'a tab in a text',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  v: |\n    resourceNamePrefix: a\n    sentinel:\n    \tenabled: false\n`,
      7,
    ],
    [
      'duplicate-key',
      'a key twice in a text',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  v: |\n    resourceNamePrefix: a\n    resourceNamePrefix: b\n`,
      6,
    ],
    [
      'template',
      'a template in a text',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  v: |\n    resourceNamePrefix: a\n    namespace: {{ .Values.x }}\n`,
      6,
    ],
  ])('%s: %s', async (rule, _, text, line) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'host.yaml'), text);
    const { out, code } = await cli(['check', '--format', 'json', 'host.yaml'], { cwd });
    expect(code).toBe(2);
    expect(JSON.parse(out).results).toMatchObject([
      { rule, effect: 'unreadable', place: { region: { startLine: line } } },
    ]);
    const fix = await fixed(text, 'host.yaml');
    expect({ code: fix.code, text: fix.text }).toEqual({ code: 2, text });
  });
});

describe('what else values come from is said, and is never 0', () => {
  const application = (helm: string) =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: r}\nspec:\n  source:\n    chart: astro-remote-execution-agent\n    helm:\n${helm}`;
  const chart = (spec: string) =>
    `apiVersion: helm.cattle.io/v1\nkind: HelmChart\nmetadata: {name: r, namespace: airflow}\nspec:\n  chart: astro-remote-execution-agent\n${spec}`;
  const kustomization = (rest: string) =>
    `helmCharts:\n  - name: astro-remote-execution-agent\n    releaseName: r\n${rest}    valuesInline:\n${values(6)}`;

  test.each<[string, string, readonly (readonly [string, number])[]]>([
    [
      'valuesFrom',
      release(`spec:\n  valuesFrom:\n    - {kind: Secret, name: s}\n  values:\n${values(4)}`),
      [['elsewhere', 6]],
    ],
    [
      'valuesFiles',
      release(
        `spec:\n  chart:\n    spec:\n      chart: astro-remote-execution-agent\n      valuesFiles:\n        - a.yaml\n  values:\n${values(4)}`,
      ),
      [['elsewhere', 9]],
    ],
    [
      'valueFiles and parameters',
      application(
        `      valueFiles: [a.yaml]\n      parameters:\n        - {name: image, value: b}\n      values: |\n${values(8)}`,
      ),
      [
        ['elsewhere', 8],
        ['elsewhere', 10],
      ],
    ],
    ['a set', chart(`  set: {image: b}\n  valuesContent: |\n${values(4)}`), [['elsewhere', 6]]],
    [
      'a Secret',
      chart(`  valuesSecrets:\n    - {name: s, keys: [a, b]}\n  valuesContent: |\n${values(4)}`),
      [
        ['elsewhere', 7],
        ['elsewhere', 7],
      ],
    ],
    ['valuesFile', kustomization('    valuesFile: a.yaml\n'), [['elsewhere', 4]]],
    [
      'additionalValuesFiles',
      kustomization('    additionalValuesFiles:\n      - a.yaml\n'),
      [['elsewhere', 5]],
    ],
  ])('%s', async (_, text, notes) => {
    const { results } = await checked(text, 'host.yaml');
    const said = results.flatMap(({ rule, place }) =>
      rule === 'elsewhere' || rule === 'layer-alone' ? [[rule, place.region.startLine]] : [],
    );
    expect(said).toEqual(notes);
    const once = await fixed(text, 'host.yaml');
    expect(once.code).toBe(1);
    expect((await checked(once.text, 'host.yaml')).code).toBe(1);
  });

  test('Kustomize drops nulls, but for valuesMerge: replace', async () => {
    const text = `${kustomization('')}      podSecurityContext:\n        runAsUser: null\n`;
    const { results } = await checked(text, 'kustomization.yaml');
    const dropped = results.filter(({ rule }) => rule === 'dropped-null');
    expect(dropped.map(({ place }) => place.region.startLine)).toEqual([11]);
    const replaced = text.replace('    valuesInline', '    valuesMerge: replace\n    valuesInline');
    const again = await checked(replaced, 'kustomization.yaml');
    expect(again.results.filter(({ rule }) => rule === 'dropped-null')).toEqual([]);
  });

  test('another namespace of the release is advice', async () => {
    const text = release(`spec:\n  targetNamespace: other\n  values:\n${values(4)}`);
    const { results } = await checked(text, 'host.yaml');
    const said = results.filter(({ rule }) => rule === 'release-namespace');
    expect(said.map(({ place }) => place.region.startLine)).toEqual([8]);
  });
});

test('several documents: the Namespace among them holds, and other objects stay', async () => {
  const namespace =
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: airflow\n  labels:\n    pod-security.kubernetes.io/enforce: baseline\n';
  const other = 'apiVersion: v1\nkind: Service\nmetadata: {name:   s}\n';
  const text = `${namespace}---\n${other}---\n${release(`spec:\n  values:\n${values(4)}`)}`;
  const { results, code } = await checked(text, 'all.yaml');
  // The release is in a namespace that asks for no more than baseline.
  expect(results.filter(({ type }) => type === 'object')).toEqual([]);
  const once = await fixed(text, 'all.yaml');
  expect(once.text).toContain(`---\n${other}---\n`);
  expect((await checked(once.text, 'all.yaml')).code).toBe(once.code);
  expect(code).toBeLessThan(2);
});

test('hosts in a text of several documents in a host', async () => {
  const inner = (name: string) =>
    `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: ${name}, namespace: airflow}\nspec:\n  values:\n    resourceNamePrefix: ${name}\n`;
  const lines = `# two\n${inner('a')}---\n${inner('b')}`.split('\n').slice(0, -1);
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  all.yaml: |\n${lines.map((line) => `    ${line}\n`).join('')}  other: x\n`;
  const { results } = await checked(text, 'bundle.yaml');
  expect(new Set(results.map(({ install }) => install))).toEqual(new Set(['a', 'b']));
  const once = await fixed(text, 'bundle.yaml');
  expect(once.text.startsWith(text.slice(0, text.indexOf('        resourceNamePrefix')))).toBe(
    true,
  );
  expect(once.text.endsWith('\n  other: x\n')).toBe(true);
  expect(once.text.match(/^ {8}podSecurityContext:$/gm)).toHaveLength(2);
  expect((await fixed(once.text, 'bundle.yaml')).text).toBe(once.text);
});

test('each fix in SARIF is replacements in the host that mend it', async () => {
  const one = sourceCases.find(({ name }) => name === 'application-text.yaml');
  const text = (one?.text ?? '').replaceAll('\n', '\r\n');
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'a.yaml'), text);
  const { out } = await cli(['check', '--format', 'sarif', 'a.yaml'], { cwd });
  const { runs } = sarifSchema.parse(JSON.parse(out));
  const fixable = runs.flatMap(({ results }) => results.filter(({ fixes }) => fixes !== undefined));
  expect(fixable.length).toBeGreaterThan(2);
  const before = await checked(text, 'a.yaml');
  for (const { ruleId, fixes = [] } of fixable) {
    let bytes = Buffer.from(text);
    const replacements = fixes.flatMap(({ artifactChanges }) =>
      artifactChanges.flatMap((change) => change.replacements),
    );
    // The last first, so that the places of the others stay.
    const ordered = replacements.toSorted(
      (a, b) => b.deletedRegion.byteOffset - a.deletedRegion.byteOffset,
    );
    for (const { deletedRegion, insertedContent } of ordered) {
      const { byteOffset, byteLength } = deletedRegion;
      bytes = Buffer.concat([
        bytes.subarray(0, byteOffset),
        Buffer.from(insertedContent?.text ?? ''),
        bytes.subarray(byteOffset + byteLength),
      ]);
    }
    const after = await checked(bytes.toString(), 'a.yaml');
    const of = ({ results }: typeof before) => results.filter(({ rule }) => rule === ruleId).length;
    expect(of(after)).toBeLessThan(of(before));
    expect(bytes.toString().replaceAll('\r\n', '')).not.toContain('\n');
    expect(bytes.toString().endsWith(text.slice(text.indexOf('  destination')))).toBe(true);
  }
});

const sarifSchema = z.object({
  runs: z.array(
    z.object({
      results: z.array(
        z.object({
          ruleId: z.string(),
          fixes: z
            .array(
              z.object({
                artifactChanges: z.array(
                  z.object({
                    replacements: z.array(
                      z.object({
                        deletedRegion: z.object({ byteOffset: z.number(), byteLength: z.number() }),
                        insertedContent: z.object({ text: z.string() }).optional(),
                      }),
                    ),
                  }),
                ),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ),
});
