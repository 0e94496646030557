import { describe, expect, test } from 'vitest';
import { agentShape } from '../../src/agent/documents/agent-shape.ts';
import { importText } from '../../src/agent/documents/import-document.ts';
import { recognise } from '../../src/sources/recognise.ts';
import { sourceCases } from './cases.ts';

describe.each(sourceCases)('$name', ({ text, code, line, says }) => {
  test('is opened only if it is values of the agent’s chart, and else named', () => {
    const read = importText(text);
    if (code === undefined) {
      expect(read).toMatchObject({ ok: true, document: 'values' });
      return;
    }
    expect(read).toMatchObject({ ok: false, problem: { code } });
    if (read.ok) return;
    const { message, remedy, range } = read.problem;
    expect(`${message} ${remedy}`).toContain(says);
    expect(text.slice(0, range.offset).split('\n')).toHaveLength(line ?? 0);
  });

  test('may be opened all the same only where it could be anything', () => {
    const forced = importText(text, { as: 'values' });
    const isMapping = code === 'not-recognised' && !text.includes('\n---\n');
    expect(forced.ok).toBe(isMapping || code === undefined);
    const read = importText(text);
    if (!read.ok) expect(read.problem.mayBeValues).toBe(isMapping);
  });
});

const hosts = sourceCases.filter(({ places }) => places !== undefined);
test.each(hosts)('$name: where the values are', ({ text, places }) => {
  const found = recognise(text, agentShape);
  if (found.kind !== 'host') throw new Error(`recognised as ${found.kind}`);
  expect(found.host.installs.flatMap((one) => one.places.map(({ at }) => at))).toEqual(places);
});

test.each([
  ['a HelmRelease', 'helmrelease.yaml', { name: 'astro-agent', namespace: 'airflow' }],
  ['its target namespace', 'values-from.yaml', { name: 'a', namespace: 'airflow' }],
  ['an Application', 'application.yaml', { name: 'astro-agent', namespace: 'airflow' }],
  ['an ApplicationSet', 'applicationset.yaml', { name: 'agent-{{cluster}}', namespace: 'airflow' }],
  ['a HelmChart', 'helmchart.yaml', { name: 'astro-agent', namespace: 'airflow' }],
  ['a Kustomization', 'kustomization.yaml', { name: 'astro-agent', namespace: 'airflow' }],
  ['its own namespace', 'bare/kustomization.yaml', { namespace: 'airflow' }],
  ['a ConfigMap', 'configmap.yaml', { name: 'agent-values', namespace: 'airflow' }],
  ['an umbrella chart', 'umbrella/values.yaml', { name: 'astro-remote-execution-agent' }],
  ['a helmfile', 'helmfile.yaml', { name: 'astro-agent', namespace: 'airflow' }],
])('an install of %s has its name and namespace', (_, name, expected) => {
  const text = sourceCases.find((one) => one.name === name)?.text ?? '';
  const found = recognise(text, agentShape);
  if (found.kind !== 'host') throw new Error(`recognised as ${found.kind}`);
  const [{ name: own, namespace } = {}] = found.host.installs;
  expect({ name: own, namespace }).toEqual(expected);
});

describe('values are known', () => {
  test.each([
    'astroDeploymentAPIURL: a',
    'dagBundleConfigList: "[]"',
    'resourceNamePrefix: a',
    'agentToken:',
    'agentTokenSecretName: a',
    'agentTokenFile: a',
    'sentinelAuthSecret: a',
    'sentinelAuthSecretName: a',
    'sentinelAuthSecretFile: a',
    'xcomBackend: a',
    'loggingSidecar: {enabled: true, preStopSleepSeconds: 5}',
    'loggingSidecar: {enabled: true}\nsentinel: {enabled: false}',
    'stateStoreBackend: a',
    'workers: [{}]\ndagProcessor: {}',
    'workers: [{name: a}]\ntriggerer:',
    '<<: {resourceNamePrefix: a}',
    '{"resourceNamePrefix": "a"}',
    'kind: agent\nxcomBackend: a',
    // What others fill in later is text to Helm, and stays as it is.
    `resourceNamePrefix: \${PREFIX}`,
    'resourceNamePrefix: "{{cluster}}"',
    'resourceNamePrefix: a\ncommonEnv: [{name: A, value: "{{ ds }}"}]',
    'resourceNamePrefix: a\nlabels:\n  a: x {{ ds }} y',
    'xcomBackend: a # {{ .Values.x }}',
    'loggingSidecar:\n  enabled: true\n  config: |\n    key: "{{ .Values.x }}"\n    {{- x }}',
  ])('by %j', (text) => {
    expect(recognise(text, agentShape).kind).toBe('values');
  });

  test.each([
    ['workers: [{}]', 'unrecognised'],
    ['loggingSidecar: {enabled: true}', 'unrecognised'],
    ['workers: []\ndagProcessor: {}', 'unrecognised'],
    ['workers: [a]\ndagProcessor: {}', 'unrecognised'],
    ['workers: {a: {}}\ntriggerer: {}', 'unrecognised'],
    ['resourceNamePrefixes: a', 'unrecognised'],
    ['config: {resourceNamePrefix: a}', 'host'],
    ['- resourceNamePrefix: a', 'no-mapping'],
    ['resourceNamePrefix', 'no-mapping'],
    ['apiVersion: v1\nkind: A\nresourceNamePrefix: a', 'object'],
    ['apiVersion: v1\nkind: Namespace', 'namespace'],
    ['apiVersion: example.com/v1\nkind: Namespace', 'object'],
    ['resourceNamePrefix: [', 'unreadable'],
    ['resourceNamePrefix: {{ .Values.a }}', 'template'],
    ['resourceNamePrefix: a-{{ . }}', 'template'],
    ['resourceNamePrefix: a-{{- b -}}', 'template'],
    ['resourceNamePrefix: \'{{ include "a" . }}\'', 'template'],
    ['"{{ .Release.Name }}": 1\nxcomBackend: a', 'template'],
    ['- {{ a }}', 'template'],
    ['# {{ .Values.a }}\na: [', 'unreadable'],
  ])('not by %j, which is %s', (text, kind) => {
    expect(recognise(text, agentShape).kind).toBe(kind);
  });
});
