import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueAt, valueIn } from '../../src/agent/documents/plain.ts';
import type { HandoverInput } from '../../src/handover/input.ts';
import { readInput } from '../../src/handover/made.ts';
import { taskPods } from '../../src/handover/task-pods/output.ts';
import { podObject } from '../../src/handover/task-pods/pod-template.ts';
import { taskPodsPython } from '../../src/handover/task-pods/python.ts';
import { type TaskPod, taskPod } from '../../src/handover/task-pods/task-pod.ts';
import { judge, NEWEST_MINOR, type Version } from '../../src/pss/index.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf } from '../../src/yaml/value.ts';
import { documentsWith, filesOf, inputOf, sample } from './inputs.ts';

const versions: readonly Version[] = [
  ...Array.from({ length: NEWEST_MINOR - 21 }, (_, n) => n + 22),
  'latest',
];

/** Stands in for the client that Airflow brings: its models keep what they are given. */
const stub = `
import json
def model(**fields):
    def camel(key):
        first, *rest = key.split("_")
        return first + "".join(word.capitalize() for word in rest)
    return {camel(key): value for key, value in fields.items()}
class models:
    V1Volume = V1EmptyDirVolumeSource = V1VolumeMount = V1LocalObjectReference = staticmethod(model)
`;

/** The snippet, run by Python: what its two mappings hold. */
function run(snippet: string): Record<'restricted' | 'xcom', unknown> {
  const cwd = mkdtempSync(join(tmpdir(), 'task-pods-'));
  mkdirSync(join(cwd, 'kubernetes'));
  writeFileSync(join(cwd, 'kubernetes', '__init__.py'), '');
  writeFileSync(join(cwd, 'kubernetes', 'client.py'), stub);
  writeFileSync(join(cwd, 'task_pods.py'), snippet);
  const script =
    'import json, task_pods as t; print(json.dumps({"restricted": t.RESTRICTED, "xcom": t.RESTRICTED_XCOM}))';
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1' };
  try {
    return JSON.parse(execFileSync('python3', ['-c', script], { cwd, env, encoding: 'utf8' }));
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** The pod that KubernetesPodOperator makes of its arguments, with the XCom sidecar. */
function podOf({ restricted, xcom }: ReturnType<typeof run>) {
  const given = (key: string) => valueAt(restricted, key);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'task', namespace: given('namespace') },
    spec: {
      securityContext: given('security_context'),
      volumes: given('volumes'),
      containers: [
        {
          name: 'base',
          image: 'x',
          securityContext: given('container_security_context'),
          volumeMounts: given('volume_mounts'),
        },
        {
          name: 'airflow-xcom-sidecar',
          image: 'alpine',
          securityContext: valueAt(xcom, 'xcom_sidecar_container_security_context'),
        },
      ],
    },
  };
}

const values = 'resourceNamePrefix: a\nnamespace: agents\nimagePullSecretName: pull\n';
const on = 'workers:\n  - {name: w}\n  - {name: v, canUseKubernetesPodOperator: true}\n';

function inputWith(more: string): HandoverInput {
  return inputOf(documentsWith(`${values}${on}${more}`));
}

describe.each([
  ['the usual user', ''],
  ['a user of its own', 'podSecurityContext: {runAsUser: 1234}\n'],
  ['root, which is no user for tasks', 'podSecurityContext: {runAsUser: 0}\n'],
  ['a user that the platform gives', 'podSecurityContext: {runAsUser: null}\n'],
])('with %s', (_, more) => {
  const [python, template] = filesOf(taskPods.make(inputWith(more)));
  const ran = run(python?.text ?? '');
  const { root, problems } = parseTree(template?.text ?? '');
  const object = root && dataOf(root);

  test.each(versions)('both pods are admitted by restricted:%s', (version) => {
    for (const pod of [podOf(ran), object]) {
      const { verdict } = judge(pod, { level: 'restricted', version });
      expect(verdict).toBe('admitted');
    }
  });

  test('both are the same pod', () => {
    expect(problems).toEqual([]);
    expect(valueIn(object, ['spec', 'securityContext'])).toEqual(
      valueAt(ran.restricted, 'security_context'),
    );
    expect(valueIn(object, ['spec', 'volumes'])).toEqual(valueAt(ran.restricted, 'volumes'));
    expect(valueIn(object, ['spec', 'imagePullSecrets'])).toEqual(
      valueAt(ran.restricted, 'image_pull_secrets'),
    );
    expect(valueIn(object, ['spec', 'containers', 0, 'securityContext'])).toEqual(
      valueAt(ran.restricted, 'container_security_context'),
    );
    expect(valueIn(object, ['spec', 'containers', 0, 'volumeMounts'])).toEqual(
      valueAt(ran.restricted, 'volume_mounts'),
    );
  });

  test('no context is one too few', () => {
    const pod = podOf({ ...ran, xcom: {} });
    expect(judge(pod, { level: 'restricted', version: 'latest' }).verdict).toBe('rejected');
  });
});

test('the user is the agent’s', () => {
  const uid = (more: string) => {
    const input = readInput(inputWith(more));
    return 'assessment' in input ? taskPod(input).podContext.runAsUser : 'none';
  };
  expect(uid('')).toBe(50000);
  expect(uid('podSecurityContext: {runAsUser: 1234}\n')).toBe(1234);
  expect(uid('podSecurityContext: {runAsUser: 0}\n')).toBe(50000);
  expect(uid('podSecurityContext: {runAsUser: null}\n')).toBeUndefined();
});

test('where no worker may make pods there is none', () => {
  expect(taskPods.make(inputOf(documentsWith(sample('team-edited.yaml'))))).toMatchObject({
    ok: false,
    reason: expect.stringContaining('canUseKubernetesPodOperator is not on'),
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '\\',
        '\n',
        '{',
        '}',
        '#',
        '\u2028',
        '\x7f',
        'é',
        '😀',
        '"""',
        '\0',
      ),
    )
    .map((all) => all.join('')),
);

test('any text stays one in Python', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(text, text, (namespace, pullSecret) => {
      const pod: TaskPod = {
        namespace,
        image: 'x',
        pullSecret,
        podContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        containerContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volume: { name: 'tmp', sizeLimit: '1Mi', mountPath: '/tmp' },
      };
      const { restricted } = run(taskPodsPython(pod));
      expect(valueAt(restricted, 'namespace')).toBe(namespace);
      expect(valueIn(restricted, ['image_pull_secrets', 0, 'name'])).toBe(pullSecret);
      expect(valueIn(podObject(pod), ['metadata', 'namespace'])).toBe(namespace);
    }),
    { numRuns: 25 },
  );
});
