import { readFileSync } from 'node:fs';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  typeErrors,
  unknownKeys,
  valuesJsonSchema,
} from '../../../src/agent/chart/schema/chart-schema.ts';

const sample = (name: string) =>
  load(readFileSync(`tests/samples/${name}`, 'utf8').replace(/^\uFEFF/, ''), {
    schema: YAML11_SCHEMA,
  });

test.each([
  'astro-ui-1x.yaml',
  'astro-ui-2x.yaml',
  'team-edited.yaml',
  'already-restricted.yaml',
  'quirks.yaml',
  'crlf.yaml',
])('%s has no unknown key', (name) => {
  expect(unknownKeys(sample(name))).toEqual([]);
});

test.each([
  'astro-ui-2x.yaml',
  'team-edited.yaml',
  'already-restricted.yaml',
  'quirks.yaml',
  'crlf.yaml',
])('%s has no value of the wrong type', (name) => {
  expect(typeErrors(sample(name))).toEqual([]);
});

test('the one wrong type of the 1.x sample is its boolean env value', () => {
  expect(typeErrors(sample('astro-ui-1x.yaml'))).toEqual([
    { path: ['commonEnv', 2, 'value'], expected: 'a string', found: 'true' },
  ]);
});

test('each wrong type is named by its path', () => {
  const lines = typeErrors(sample('bad/wrong-types.yaml')).map(
    ({ path, expected, found }) => `${path.join('.')}: ${expected}, not ${found}`,
  );
  expect(lines.sort()).toEqual([
    'containerSecurityContext.allowPrivilegeEscalation: true or false, not the string "false"',
    'containerSecurityContext.capabilities.drop: a list, not the string "ALL"',
    'containerSecurityContext.readOnlyRootFilesystem: true or false, not 1',
    'dagProcessor: a mapping, not a list',
    'loggingSidecar.enabled: true or false, not the string "true"',
    'loggingSidecar.securityContext: a mapping, not the string "restricted"',
    'loggingSidecar.volumeMounts: a list, not a mapping',
    'podSecurityContext.fsGroup: a number, not the string "50000"',
    'podSecurityContext.runAsNonRoot: true or false, not the string "yes"',
    'podSecurityContext.runAsUser: a number, not the string "50000"',
    'podSecurityContext.seccompProfile: a mapping, not the string "RuntimeDefault"',
    'sentinel.enabled: true or false, not the string "no"',
    'sentinel.podSecurityContext: a mapping, not 5000',
    'triggerer: a mapping, not the string "enabled"',
    'workers.0.containerSecurityContext: a mapping, not a list',
    'workers.0.extraContainers: a list, not a mapping',
    'workers.0.replicas: a number, not the string "1"',
    'workers.0.volumeMounts: a list, not the string "/tmp"',
    'workers.0.volumes: a list, not a mapping',
    'workers.1: a mapping, not the string "just-a-string"',
    'workers.2: a mapping, not nothing',
  ]);
});

test('workers as a mapping is one wrong type', () => {
  expect(typeErrors(sample('bad/workers-as-map.yaml'))).toEqual([
    { path: ['workers'], expected: 'a list', found: 'a mapping' },
  ]);
});

test('both types of a union are named', () => {
  expect(typeErrors({ loggingSidecar: { config: 3 } })).toEqual([
    { path: ['loggingSidecar', 'config'], expected: 'a string or a mapping', found: '3' },
  ]);
});

describe('unknown keys', () => {
  test.each([
    ['a typing error', { triggerer: { volumMounts: [] } }, { nearest: 'volumeMounts' }],
    ['another case', { podsecuritycontext: {} }, { nearest: 'podSecurityContext' }],
    [
      'the usual name of a context',
      { workers: [{ securityContext: {} }] },
      { nearest: 'containerSecurityContext' },
    ],
    [
      'a probe below hpa',
      { workers: [{}, { hpa: { livenessProbe: {} } }] },
      { belongsAt: ['workers', 1, 'livenessProbe'] },
    ],
    [
      'the grace period below hpa',
      { workers: [{ hpa: { terminationGracePeriodSeconds: 600 } }] },
      { belongsAt: ['workers', 0, 'terminationGracePeriodSeconds'] },
    ],
    [
      "a container's field in the pod's context",
      { podSecurityContext: { capabilities: {} } },
      { belongsAt: ['containerSecurityContext', 'capabilities'] },
    ],
    [
      "a pod's field in a worker's container context",
      { workers: [{ containerSecurityContext: { fsGroup: 1 } }] },
      { belongsAt: ['workers', 0, 'podSecurityContext', 'fsGroup'] },
    ],
    ['something else', { keda: {} }, {}],
    ['a name that every object has', { constructor: {} }, {}],
  ])('%s', (_, value, expected) => {
    const [only, ...others] = unknownKeys(value);
    expect(others).toEqual([]);
    expect(only).toEqual({ path: only?.path, key: only?.path.at(-1), ...expected });
  });

  test("the user's own keys are left alone", () => {
    expect(unknownKeys({ 'x-notes': { a: 1 }, annotations: { anything: '1' } })).toEqual([]);
  });

  test('nothing is looked for in what is no mapping', () => {
    expect(unknownKeys(['a'])).toEqual([]);
    expect(unknownKeys({ workers: 'a', triggerer: null })).toEqual([]);
  });
});

test('the JSON schema explains every key at the top', () => {
  const schema = z
    .object({
      properties: z.record(z.string(), z.record(z.string(), z.unknown())),
      definitions: z.record(z.string(), z.record(z.string(), z.unknown())),
    })
    .parse(valuesJsonSchema());
  expect(Object.keys(schema.properties)).toEqual(
    expect.arrayContaining(['workers', 'dagProcessor', 'triggerer', 'sentinel', 'loggingSidecar']),
  );
  for (const property of Object.values(schema.properties)) {
    const reference = String(property.$ref).split('/').at(-1) ?? '';
    expect(schema.definitions[reference] ?? property).toHaveProperty('description');
  }
});
