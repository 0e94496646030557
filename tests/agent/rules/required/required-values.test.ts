import { describe, expect, test } from 'vitest';
import { isMapping } from '../../../../src/agent/documents/plain.ts';
import {
  isMissing,
  type RequiredValue,
  requiredValues,
} from '../../../../src/agent/rules/required/required-values.ts';
import { changeText } from '../../../../src/yaml/change-text.ts';
import { parseTree } from '../../../../src/yaml/parse-tree.ts';
import { dataOf } from '../../../../src/yaml/value.ts';

function valuesIn(text: string): readonly RequiredValue[] {
  const tree = parseTree(text);
  const data = tree.root && dataOf(tree.root);
  if (!isMapping(data)) throw new Error(`No mapping: ${JSON.stringify(tree.problems)}`);
  return requiredValues(data, tree);
}

function one(text: string, id: string): RequiredValue {
  const found = valuesIn(text).find((value) => value.id === id);
  if (found === undefined) throw new Error(`No ${id}`);
  return found;
}

const bundles = '[{"name": "dags", "classpath": "a.b.LocalDagBundle", "kwargs": {}}]';

/** A text that is right for each, and one that is not. */
const texts: Readonly<Record<string, readonly [right: string, wrong: string]>> = {
  resourceNamePrefix: ['acme', 'Acme_1'],
  astroDeploymentAPIURL: [
    'https://clx1.external.astronomer.run/dx1',
    'clx1.external.astronomer.run',
  ],
  image: [`registry.example.com:5000/mirror/agent:3.2-1@sha256:${'a'.repeat(64)}`, 'an image'],
  imagePullSecret: ['registry-login', '{"auths": {}}'],
  agentToken: ['agent-token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmF0dXJl'],
  secretBackend: [
    'airflow.secrets.local_filesystem.LocalFilesystemBackend',
    'LocalFilesystemBackend',
  ],
  xcomBackend: ['a.b.XComBackend', 'a.b.'],
  dagBundleConfigList: [bundles, '[{"name": "dags"'],
  ASTRO_ORGANIZATION_ID: ['clx1', 'clx 1'],
  ASTRO_WORKSPACE_ID: ['clx2', '\t'],
  ASTRO_DEPLOYMENT_ID: ['clx3', ''],
  ASTRO_DEPLOYMENT_NAMESPACE: ['velvet-orchard-3310', 'velvet orchard'],
};

const components = 'workers: [{name: w}]\ndagProcessor: {}\ntriggerer: {}\n';

interface Case {
  readonly name: string;
  readonly text: string;
  readonly id: string;
  readonly state: RequiredValue['state'];
  /** Joined with dots. */
  readonly path: string;
  readonly shown?: string;
  readonly names?: readonly string[];
  readonly fault?: string;
}

const twice = 'Keep one of imagePullSecretName and imagePullSecretData.';
const secret = 'imagePullSecretName';
const cases: readonly Case[] = [
  { name: 'absent', text: 'a: 1', id: 'secretBackend', state: 'absent', path: 'secretBackend' },
  {
    name: '~',
    text: 'xcomBackend: ~',
    id: 'xcomBackend',
    state: 'null',
    path: 'xcomBackend',
    shown: '~',
  },
  {
    name: 'nothing',
    text: 'xcomBackend:',
    id: 'xcomBackend',
    state: 'null',
    path: 'xcomBackend',
    shown: 'xcomBackend',
  },
  {
    name: 'empty',
    text: 'xcomBackend: ""',
    id: 'xcomBackend',
    state: 'empty',
    path: 'xcomBackend',
    shown: '""',
  },
  {
    name: 'blank',
    text: 'xcomBackend: " "',
    id: 'xcomBackend',
    state: 'empty',
    path: 'xcomBackend',
    shown: '" "',
  },
  {
    name: 'a placeholder',
    text: 'imagePullSecretName: <login>',
    id: 'imagePullSecret',
    state: 'placeholder',
    path: secret,
    shown: '<login>',
    names: ['<login>'],
  },
  {
    name: 'a placeholder in a text',
    text: 'astroDeploymentAPIURL: https://<id>.x.run/<name>',
    id: 'astroDeploymentAPIURL',
    state: 'placeholder',
    path: 'astroDeploymentAPIURL',
    shown: 'https://<id>.x.run/<name>',
    names: ['<id>', '<name>'],
  },
  {
    name: 'a substitution',
    text: `resourceNamePrefix: agent-\${ENV}`,
    id: 'resourceNamePrefix',
    state: 'substitution',
    path: 'resourceNamePrefix',
    shown: `agent-\${ENV}`,
    names: [`\${ENV}`],
  },
  {
    name: 'a substitution in braces',
    text: 'resourceNamePrefix: "{{cluster}}"',
    id: 'resourceNamePrefix',
    state: 'substitution',
    path: 'resourceNamePrefix',
    shown: '"{{cluster}}"',
    names: ['{{cluster}}'],
  },
  {
    name: 'a variable',
    text: 'resourceNamePrefix: $PREFIX',
    id: 'resourceNamePrefix',
    state: 'substitution',
    path: 'resourceNamePrefix',
    shown: '$PREFIX',
    names: ['$PREFIX'],
  },
  {
    name: 'another type',
    text: 'dagBundleConfigList: [{name: a}]',
    id: 'dagBundleConfigList',
    state: 'given',
    path: 'dagBundleConfigList',
    shown: '[{name: a}]',
    fault: 'Write a text here.',
  },
  {
    name: 'broken JSON',
    text: `dagBundleConfigList: '[{"name": "x", "classpath": "y"'`,
    id: 'dagBundleConfigList',
    state: 'given',
    path: 'dagBundleConfigList',
    shown: `'[{"name": "x", "classpath": "y"'`,
    fault: expect.stringMatching(/^This is no JSON\./),
  },
  {
    name: 'no bundle',
    text: `dagBundleConfigList: '[]'`,
    id: 'dagBundleConfigList',
    state: 'given',
    path: 'dagBundleConfigList',
    shown: `'[]'`,
    fault: expect.stringMatching(/^Write a JSON list/),
  },
  {
    name: 'a bundle without a class',
    text: `dagBundleConfigList: '[{"name": "x"}]'`,
    id: 'dagBundleConfigList',
    state: 'given',
    path: 'dagBundleConfigList',
    shown: `'[{"name": "x"}]'`,
    fault: expect.stringMatching(/^Bundle 1 has no classpath\./),
  },
  {
    name: 'the pull secret’s own data',
    text: `imagePullSecretData: '{"auths": {}}'`,
    id: 'imagePullSecret',
    state: 'given',
    path: 'imagePullSecretData',
    shown: `'{"auths": {}}'`,
  },
  {
    name: 'both at once',
    text: `imagePullSecretName: a\nimagePullSecretData: '{"auths": {}}'`,
    id: 'imagePullSecret',
    state: 'given',
    path: secret,
    shown: 'a',
    fault: twice,
  },
  {
    name: 'a null beside data',
    text: `imagePullSecretName: ~\nimagePullSecretData: '{"auths": {}}'`,
    id: 'imagePullSecret',
    state: 'given',
    path: 'imagePullSecretData',
    shown: `'{"auths": {}}'`,
  },
  {
    name: 'a token file',
    text: 'agentTokenFile: /secrets/token',
    id: 'agentToken',
    state: 'given',
    path: 'agentTokenFile',
    shown: '/secrets/token',
  },
  {
    name: 'a token where a name belongs',
    text: 'agentTokenSecretName: eyJhbGciOiJSUzI1NiJ9.e30.c2ln',
    id: 'agentToken',
    state: 'given',
    path: 'agentTokenSecretName',
    shown: 'eyJhbGciOiJSUzI1NiJ9.e30.c2ln',
    fault: expect.stringMatching(/^This looks like the credential itself/),
  },
  {
    name: 'a token by a variable',
    text: 'commonEnv: [{name: ASTRO_AGENT_CLIENT_API_TOKEN_FILE, value: /t}]',
    id: 'agentToken',
    state: 'given',
    path: 'commonEnv.0',
    shown: '{name: ASTRO_AGENT_CLIENT_API_TOKEN_FILE, value: /t}',
  },
  {
    name: 'a token by a variable of one component',
    text: `workers: [{env: [{name: ASTRO_AGENT_CLIENT_API_TOKEN, value: x}]}]`,
    id: 'agentToken',
    state: 'absent',
    path: 'agentTokenSecretName',
  },
  { name: 'no image', text: components, id: 'image', state: 'absent', path: 'image' },
  {
    name: 'a null image',
    text: `image: ~\n${components}`,
    id: 'image',
    state: 'null',
    path: 'image',
    shown: '~',
  },
  {
    name: 'an image for each',
    text: 'sentinel: {}\nworkers: [{image: a/b:1}]\ndagProcessor: {image: a/b:1}\ntriggerer: {image: a/b:1}',
    id: 'image',
    state: 'given',
    path: 'workers.0.image',
    shown: 'a/b:1',
  },
  {
    name: 'an image for each but one in 1.x',
    text: 'workers: [{image: a/b:1}]\ndagProcessor: {image: a/b:1}\ntriggerer: {image: ~}',
    id: 'image',
    state: 'null',
    path: 'triggerer.image',
    shown: '~',
  },
  {
    name: 'no variable',
    text: 'commonEnv: []',
    id: 'ASTRO_WORKSPACE_ID',
    state: 'absent',
    path: 'commonEnv',
  },
  {
    name: 'a variable’s placeholder',
    text: 'commonEnv: [{name: ASTRO_WORKSPACE_ID, value: "<id>"}]',
    id: 'ASTRO_WORKSPACE_ID',
    state: 'placeholder',
    path: 'commonEnv.0.value',
    shown: '"<id>"',
    names: ['<id>'],
  },
  {
    name: 'a variable from elsewhere',
    text: 'commonEnv: [{name: ASTRO_WORKSPACE_ID, valueFrom: {a: b}}]',
    id: 'ASTRO_WORKSPACE_ID',
    state: 'given',
    path: 'commonEnv.0.valueFrom',
    shown: '{a: b}',
  },
  {
    name: 'a variable twice',
    text: 'commonEnv: [{name: ASTRO_WORKSPACE_ID, value: a}, {name: ASTRO_WORKSPACE_ID}]',
    id: 'ASTRO_WORKSPACE_ID',
    state: 'absent',
    path: 'commonEnv.1.value',
  },
];

test.each(cases)('reads $id: $name', ({ text, id, state, path, shown, names = [], fault }) => {
  const found = one(text, id);
  const { range } = found;
  expect({
    state: found.state,
    path: found.path.join('.'),
    shown: range && text.slice(range.offset, range.offset + range.length),
    names: found.names,
    fault: found.fault,
  }).toEqual({ state, path, shown, names, fault });
});

describe('what is needed', () => {
  test('is not the variables that Astro’s UI fills in, unless they are written and wait', () => {
    const missing = (text: string) =>
      valuesIn(text)
        .filter(isMissing)
        .map(({ id }) => id);
    expect(missing('a: 1')).toEqual(Object.keys(texts).slice(0, 8));
    expect(missing('commonEnv: [{name: ASTRO_DEPLOYMENT_ID, value: "<id>"}]')).toContain(
      'ASTRO_DEPLOYMENT_ID',
    );
  });

  test('is named, and said where to find, in one sentence each', () => {
    for (const { label, where } of valuesIn('a: 1')) {
      expect(label).toMatch(/^[A-Z][\w ]+$/);
      expect(where).toMatch(/^[A-Z].*[^.]\.$/);
    }
  });
});

/** Files with each value in each state that asks for another. */
const starts: readonly string[] = [
  'a: 1\n',
  'image: ~\nresourceNamePrefix:\nagentToken: "<token>"\ncommonEnv:\n',
  `image: ""\nimagePullSecretData: '\${LOGIN}'\ncommonEnv: [] # none\n`,
  'workers:\n  - image: a/b:1\n    name: w\ndagProcessor:\n  image: a/b:1\n',
  'commonEnv:\n  - name: ASTRO_WORKSPACE_ID\n    value: "<id>"\n  - name: ASTRO_DEPLOYMENT_ID\n    valueFrom: {a: b}\n',
];

describe.each(Object.entries(texts))('%s', (id, [right, wrong]) => {
  test('takes what is right, and says what is wrong', () => {
    const { check } = one('a: 1', id);
    expect(check(right)).toBeUndefined();
    expect(check(wrong)).toMatch(/^[A-Z].*\.$/);
    expect(check(' ')).toBe('Enter a value.');
  });

  test.each(starts)('is given once it is written into %j', (start) => {
    const { text, refused } = changeText(start, one(start, id).write(right));
    expect(refused).toEqual([]);
    const { state, fault } = one(text, id);
    expect({ state, fault }).toEqual({ state: 'given', fault: undefined });
  });
});

test.each(starts)('all are given once all are written at once into %j', (start) => {
  const changes = valuesIn(start).flatMap(({ id, write }) => write(texts[id]?.[0] ?? ''));
  const { text, refused } = changeText(start, changes);
  expect(refused).toEqual([]);
  expect(
    valuesIn(text).filter(({ state, fault }) => state !== 'given' || fault !== undefined),
  ).toEqual([]);
});
