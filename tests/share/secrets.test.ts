import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { starter } from '../../src/agent/starter/starter.ts';
import { secretsIn } from '../../src/share/secrets.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';

const found = (values: string) =>
  secretsIn({ values: parseTree(values), namespace: parseTree(starter().namespace) }).map(
    ({ path, what }) => `${path.join('.')}: ${what}`,
  );

describe('is a secret', () => {
  test.each([
    ['agentToken: abc123\n', 'agentToken: the value of agentToken'],
    [
      `imagePullSecretData: '{"auths": {}}'\n`,
      'imagePullSecretData: the value of imagePullSecretData',
    ],
    ['sentinelAuthSecret: abc\n', 'sentinelAuthSecret: the value of sentinelAuthSecret'],
    ['openLineage:\n  apiKey: abc\n', 'openLineage.apiKey: the value of apiKey'],
    [
      'commonEnv:\n  - {name: DB_PASSWORD, value: hunter2}\n',
      'commonEnv.0.value: the value of DB_PASSWORD',
    ],
    [
      'commonEnv:\n  - {name: AIRFLOW__CORE__FERNET_KEY, value: a=}\n',
      'commonEnv.0.value: the value of AIRFLOW__CORE__FERNET_KEY',
    ],
    [
      'workers:\n  - env:\n      - {name: AIRFLOW_CONN_X, value: "aws://"}\n',
      'workers.0.env.0.value: the value of AIRFLOW_CONN_X',
    ],
    [
      `commonEnv:\n  - {name: AIRFLOW__SECRETS__BACKEND_KWARGS, value: '{"url": "u", "token": "abc"}'}\n`,
      'commonEnv.0.value: the value of AIRFLOW__SECRETS__BACKEND_KWARGS',
    ],
    [
      'astroDeploymentAPIURL: https://me:pass@example.com/\n',
      'astroDeploymentAPIURL: the value of astroDeploymentAPIURL',
    ],
    [
      'annotations:\n  example.com/token: abc\n',
      'annotations.example.com/token: the value of example.com/token',
    ],
    [
      'loggingSidecar:\n  config: |\n    sinks:\n      a:\n        auth:\n          token: abc\n',
      'loggingSidecar.config: the value of config',
    ],
    [
      'sentinel:\n  config: |\n    api_server:\n      api_token: abc\n',
      'sentinel.config: the value of config',
    ],
    [
      'loggingSidecar:\n  config:\n    auth:\n      password: abc\n',
      'loggingSidecar.config.auth.password: the value of password',
    ],
    ['a: "-----BEGIN RSA PRIVATE KEY-----"\n', 'a: the value of a'],
    ['a: ghp_0123456789abcdefghij\n', 'a: the value of a'],
    [
      'workers:\n  - extraContainers:\n      - args: ["--token=abc"]\n',
      'workers.0.extraContainers.0.args.0: a text that holds a credential',
    ],
    ['b: 1\n# agentToken: abc123\n', ': a comment on line 2'],
    ['b: [\nagentToken: abc123\n', ': the text on line 2'],
  ])('%s', (values, expected) => {
    expect(found(values)).toEqual([expected]);
  });
});

describe('is none', () => {
  test.each([
    'agentTokenSecretName: my-token\n',
    'agentTokenFile: /run/token\n',
    'agentToken: ~\n',
    'agentToken: <token>\n',
    'imagePullSecretName: registry\n',
    'openLineage:\n  apiKeySecret: lineage\n',
    'secretBackend: airflow.secrets.local_filesystem.LocalFilesystemBackend\n',
    'commonEnv:\n  - {name: EXAMPLE_TOKEN_FILE, value: /tmp/token}\n',
    'commonEnv:\n  - {name: AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID, value: aws}\n',
    'commonEnv:\n  - name: LOKI_TOKEN\n    valueFrom:\n      secretKeyRef: {name: loki, key: token}\n',
    'loggingSidecar:\n  config: |\n    auth:\n      strategy: bearer\n      token: $' +
      '{LOKI_TOKEN}\n',
    'sentinel:\n  config: |\n    api_server:\n      api_token_file: /app/secrets/token\n',
    'workers:\n  - volumes:\n      - {name: files, secret: {secretName: files}}\n',
    'a: https://example.com:8080/@me\n',
  ])('%s', (values) => {
    expect(found(values)).toEqual([]);
  });
});

test.each([
  ['astro-ui-2x.yaml', []],
  ['already-restricted.yaml', []],
  ['team-edited.yaml', []],
  ['crlf.yaml', []],
  ['quirks.yaml', []],
  [
    'astro-ui-1x.yaml',
    [
      'commonEnv.1.value: the value of AIRFLOW_CONN_GIT_LEGACY',
      'commonEnv.7.value: the value of AIRFLOW_CONN_OBJECT_STORE',
    ],
  ],
])('%s', (name, expected) => {
  expect(found(readFileSync(`tests/samples/${name}`, 'utf8'))).toEqual(expected);
});

test('the starter holds none', () => {
  expect(found(starter().values)).toEqual([]);
});

test.each([
  ['letters', 'a'],
  ['words', 'a '],
  ['dots', 'a.'],
  ['dashes', 'eyJ-'],
  ['pairs', 'a: '],
  ['URLs', 'a://'],
  ['braces', '{"'],
])('a long run of %s comes to an end', { timeout: 120_000 }, (_, unit) => {
  const long = unit.repeat(400_000 / unit.length);
  expect(found(`# ${long}\na: ${JSON.stringify(long)}\nb: 1\n`)).toBeInstanceOf(Array);
  expect(found(`a: [\n${long}\n`)).toBeInstanceOf(Array);
});
