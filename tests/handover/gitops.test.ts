import { Application } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1';
import { HelmRelease } from '@kubernetes-models/flux-cd/helm.toolkit.fluxcd.io/v2';
import { HelmRepository } from '@kubernetes-models/flux-cd/source.toolkit.fluxcd.io/v1';
import fc from 'fast-check';
import { parseToObject } from 'hcl2-parser';
import { describe, expect, test } from 'vitest';
import { agentShape } from '../../src/agent/documents/agent-shape.ts';
import { valueIn } from '../../src/agent/documents/plain.ts';
import { argo } from '../../src/handover/gitops/argo.ts';
import { flux } from '../../src/handover/gitops/flux.ts';
import { hclLines, hclString } from '../../src/handover/gitops/hcl.ts';
import { kustomize } from '../../src/handover/gitops/kustomize.ts';
import { terraform } from '../../src/handover/gitops/terraform.ts';
import type { HandoverInput } from '../../src/handover/input.ts';
import type { Output } from '../../src/handover/output.ts';
import { type Host, hostIn } from '../../src/sources/hosts/host-in.ts';
import { splitText } from '../../src/sources/split-text.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf, isObject } from '../../src/yaml/value.ts';
import { documentsWith, inputOf, repairedInput, sample, textOf } from './inputs.ts';

function dataIn(text: string): Record<string, unknown> {
  const { root, problems } = parseTree(text);
  expect(problems).toEqual([]);
  const data = root && dataOf(root);
  return isObject(data) ? data : {};
}

/** The documents of a text, each as data. */
function documentsIn(text: string): readonly Record<string, unknown>[] {
  return splitText(text).map((part) => dataIn(part.text));
}

/** The one install that this tool finds when the form is opened again, with its values. */
function installIn(data: Record<string, unknown>) {
  const host: Host | undefined = hostIn(data, agentShape);
  expect(host?.installs).toHaveLength(1);
  const [install] = host?.installs ?? [];
  const [place] = install?.places ?? [];
  return {
    name: install?.name,
    namespace: install?.namespace,
    values: valueIn(data, place?.at[0] ?? []),
  };
}

/** What a project's schema has against an object; undefined if nothing. */
function faultOf(model: new (data: never) => object, data: unknown): unknown {
  const object: { validate: () => void } = Reflect.construct(model, [data]);
  try {
    object.validate();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The values of a form, read back as its own reader would. */
const readers: readonly (readonly [Output, (text: string) => unknown])[] = [
  [argo, (text) => installIn(dataIn(text)).values],
  [flux, (text) => installIn(documentsIn(text)[2] ?? {}).values],
  [kustomize, (text) => installIn(dataIn(text)).values],
  [terraform, (text) => dataIn(releaseIn(text).values)],
];

function releaseIn(text: string) {
  const [data, problem] = parseToObject(text);
  expect(problem).toBeNull();
  const [release] = data.resource.helm_release.agents;
  return { ...release, values: String(release.values[0]) };
}

const samples = [
  'astro-ui-1x.yaml',
  'astro-ui-2x.yaml',
  'team-edited.yaml',
  'already-restricted.yaml',
  'crlf.yaml',
  'quirks.yaml',
];

function valuesIn(input: HandoverInput): unknown {
  return dataIn(input.files[0]?.after ?? '');
}

describe.each(samples)('%s', (name) => {
  const input = repairedInput(name);

  test.each(readers)('the values of $title are the same ones', (output, read) => {
    expect(read(textOf(output.make(input)))).toEqual(valuesIn(input));
  });

  test.each(readers)('$title keeps the comments', (output) => {
    const comments = (sample(name).match(/^ *#.*$/gm) ?? []).map((line) => line.trim());
    const kept = new Set(
      textOf(output.make(input))
        .split('\n')
        .map((line) => line.trim()),
    );
    expect(comments.filter((comment) => !kept.has(comment))).toEqual([]);
  });
});

/** Values in forms that do not stand just anywhere. */
const odd: readonly (readonly [string, string])[] = [
  ['a document marker', '---\nresourceNamePrefix: a\n'],
  ['a marker with a comment', '--- # mine\nresourceNamePrefix: a\n...\n'],
  ['a byte order mark', '\uFEFFresourceNamePrefix: a\n'],
  ['braces', '{resourceNamePrefix: a, workers: [{name: x}]}\n'],
  ['braces on lines of their own', '{\n"resourceNamePrefix": "a"\n}\n'],
  ['no final newline', 'resourceNamePrefix: a'],
  [
    'a text at the end without a final newline',
    'resourceNamePrefix: a\nxcomBackend: |\n  one\n  two',
  ],
  [
    'a text at the end that keeps its blank lines',
    'resourceNamePrefix: a\nxcomBackend: |+\n  one\n\n\n',
  ],
  [
    'a text with its own indentation',
    'resourceNamePrefix: a\nloggingSidecar:\n  config: |2\n      one\n    two\n',
  ],
  ['a text of several lines', 'resourceNamePrefix: "one\n\n  two"\nxcomBackend: three\n  four\n'],
  [
    'anchors',
    'resourceNamePrefix: a\nworkers:\n  - &w {name: x, env: []}\n  - <<: *w\n    name: y\n',
  ],
  ['nulls', 'resourceNamePrefix: a\npodSecurityContext: {runAsUser: null, fsGroup: ~}\n'],
  ['CRLF', 'resourceNamePrefix: a\r\nloggingSidecar:\r\n  config: |\r\n    one\r\n    two\r\n'],
  [
    'what templates use',
    'resourceNamePrefix: a\nxcomBackend: "$$\u007bA} $\u007bB} %{if} %%{C} $values {{x}}"\n',
  ],
  ['a key that YAML 1.1 takes for true', 'resourceNamePrefix: a\nlabels: {"on": "yes", y: no}\n'],
  [
    'the end of a heredoc',
    'resourceNamePrefix: a\nloggingSidecar:\n  config: |\n    YAML\n    YAML_2\n',
  ],
  ['control characters', 'resourceNamePrefix: "a\\u0007\\u2028\\r"\n'],
];

describe.each(odd)('%s', (_, text) => {
  test.each(readers)('in $title', (output, read) => {
    const input = inputOf(documentsWith(text), undefined);
    expect(read(textOf(output.make(input)))).toEqual(dataIn(text));
  });
});

const fields = {
  releaseName: 'globex-prod',
  applicationName: 'globex',
  argoNamespace: 'argo',
  argoProject: 'agents',
  chartVersion: '2.0.0',
  fluxNamespace: 'flux',
};
const input = repairedInput('team-edited.yaml', fields);
const labels = {
  'pod-security.kubernetes.io/enforce': 'restricted',
  'pod-security.kubernetes.io/audit': 'restricted',
  'pod-security.kubernetes.io/warn': 'restricted',
};

test('the Application is one, by Argo CD’s schema', () => {
  const data = dataIn(textOf(argo.make(input)));
  expect(faultOf(Application, data)).toBeUndefined();
  expect(faultOf(Application, { ...data, spec: { project: 1 } })).toBeDefined();
  expect(installIn(data)).toMatchObject({ name: 'globex-prod', namespace: 'airflow-agents-prod' });
  expect(data).toMatchObject({
    metadata: { name: 'globex', namespace: 'argo' },
    spec: {
      project: 'agents',
      destination: { server: 'https://kubernetes.default.svc', namespace: 'airflow-agents-prod' },
      source: {
        repoURL: 'https://helm.astronomer.io',
        chart: 'astro-remote-execution-agent',
        targetRevision: '2.0.0',
      },
      syncPolicy: {
        managedNamespaceMetadata: { labels },
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
      },
    },
  });
});

test('the Application may take the values from Git', () => {
  const git = { argoValues: 'git', gitRepository: 'git@git.example.com:team/agents.git' };
  const data = dataIn(textOf(argo.make({ ...input, fields: { ...fields, ...git } })));
  expect(faultOf(Application, data)).toBeUndefined();
  expect(valueIn(data, ['spec', 'sources'])).toEqual([
    {
      repoURL: 'https://helm.astronomer.io',
      chart: 'astro-remote-execution-agent',
      targetRevision: '2.0.0',
      helm: { releaseName: 'globex-prod', valueFiles: ['$values/agents/values.yaml'] },
    },
    { repoURL: 'git@git.example.com:team/agents.git', targetRevision: 'HEAD', ref: 'values' },
  ]);
  expect(argo.make({ ...input, fields: { argoValues: 'git' } })).toEqual({
    ok: false,
    reason: 'Git repository: Give the address that Argo CD clones from.',
    field: 'gitRepository',
  });
});

test('the objects of Flux are that, by its schemas', () => {
  const [namespace, repository = {}, release = {}] = documentsIn(textOf(flux.make(input)));
  expect(namespace).toEqual({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'airflow-agents-prod', labels },
  });
  expect(faultOf(HelmRepository, repository)).toBeUndefined();
  expect(faultOf(HelmRelease, release)).toBeUndefined();
  expect(faultOf(HelmRelease, { ...release, spec: { values: 1 } })).toBeDefined();
  expect(repository).toMatchObject({ metadata: { name: 'astronomer', namespace: 'flux' } });
  expect(installIn(release)).toMatchObject({
    name: 'globex-prod',
    namespace: 'airflow-agents-prod',
  });
  expect(valueIn(release, ['spec', 'chart', 'spec'])).toEqual({
    chart: 'astro-remote-execution-agent',
    version: '2.0.0',
    sourceRef: { kind: 'HelmRepository', name: 'astronomer' },
  });
});

test('the Kustomization keeps what is null, and has its Namespace beside it', () => {
  const made = kustomize.make(input);
  const [{ text = '' } = {}, manifest] = made.ok ? made.files : [];
  const data = dataIn(text);
  expect(installIn(data)).toMatchObject({ name: 'globex-prod', namespace: 'airflow-agents-prod' });
  expect(data).toMatchObject({
    resources: ['namespace.yaml'],
    helmCharts: [
      {
        name: 'astro-remote-execution-agent',
        repo: 'https://helm.astronomer.io',
        version: '2.0.0',
        valuesMerge: 'replace',
      },
    ],
  });
  expect(manifest?.name).toBe('namespace.yaml');
  expect(dataIn(manifest?.text ?? '')).toMatchObject({ metadata: { labels } });
});

test('Terraform makes the namespace and the release in it', () => {
  const text = textOf(terraform.make(input));
  const [data] = parseToObject(text);
  expect(data.resource.kubernetes_namespace_v1.agents).toEqual([
    { metadata: [{ name: 'airflow-agents-prod', labels }] },
  ]);
  expect(releaseIn(text)).toMatchObject({
    name: 'globex-prod',
    repository: 'https://helm.astronomer.io',
    chart: 'astro-remote-execution-agent',
    version: '2.0.0',
    namespace: `$\u007bkubernetes_namespace_v1.agents.metadata[0].name}`,
  });
});

const piece = fc.constantFrom(
  '$',
  '%',
  '{',
  '}',
  '"',
  '\\',
  '\n',
  '\r',
  '\t',
  '~',
  'YAML',
  ' ',
  'é',
  '😀',
  '\0',
  '\u2028',
  'a',
);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
);

test('any text in HCL is read back as it is', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const source = `a = ${hclString(text)}\nb = [${hclLines(`${text}\n`)}\n]\n`;
      const [data, problem] = parseToObject(source);
      expect(problem).toBeNull();
      // HCL reads texts as Unicode normalization form C.
      expect([data.a, data.b[0]]).toEqual([text.normalize(), `${text}\n`.normalize()]);
    }),
    { numRuns: 1000 },
  );
});

describe('refuses', () => {
  test.each([argo, flux, kustomize, terraform])('$title', (output) => {
    const wrong = { ...input, fields: { chartVersion: 'latest' } };
    expect(output.make(wrong)).toEqual({
      ok: false,
      reason: 'Chart version: Use a version such as 2.3.3.',
      field: 'chartVersion',
    });
    const broken = inputOf({ values: 'a: [', namespace: 'kind: Namespace\n' });
    expect(output.make(broken)).toMatchObject({ ok: false });
    const nameless = inputOf({
      values: 'resourceNamePrefix: a\n',
      namespace: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: A B}\n',
    });
    expect(output.make(nameless)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^"A B" cannot name a namespace: /),
    });
  });
});
