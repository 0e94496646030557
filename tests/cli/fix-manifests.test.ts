import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, temporaryFolder } from './cli.ts';

const podTemplate = `# for the Kubernetes executor
apiVersion: v1
kind: Pod
metadata: {name: template}
spec:
  containers:
    - name: base   # Airflow wants this name
      image: x
      volumeMounts: [{name: tmp, mountPath: /tmp}]
  volumes: [{name: tmp, emptyDir: {}}]
`;

const hardened = `# for the Kubernetes executor
apiVersion: v1
kind: Pod
metadata: {name: template}
spec:
  containers:
    - name: base   # Airflow wants this name
      image: x
      volumeMounts: [{name: tmp, mountPath: /tmp}]
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop:
            - ALL
  volumes: [{name: tmp, emptyDir: {}}]
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
`;

test('a pod_template_file comes out admitted, byte for byte but for what is new', {
  timeout: 30_000,
}, async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'pod-template.yaml'), podTemplate);
  const { code, err } = await cli(['fix', '--write', 'pod-template.yaml'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: 'Repaired 4 problems.\n' });
  expect(readFileSync(join(cwd, 'pod-template.yaml'), 'utf8')).toBe(hardened);
  expect((await cli(['check', 'pod-template.yaml'], { cwd })).code).toBe(0);
  const again = await cli(['fix', 'pod-template.yaml'], { cwd });
  expect(again).toEqual({ code: 0, out: hardened, err: 'Nothing to repair.\n' });
});

const templates: readonly (readonly [string, string])[] = [
  ['Deployment', 'apps/v1\nspec:\n  template:'],
  ['StatefulSet', 'apps/v1\nspec:\n  template:'],
  ['DaemonSet', 'apps/v1\nspec:\n  template:'],
  ['ReplicaSet', 'apps/v1\nspec:\n  template:'],
  ['ReplicationController', 'v1\nspec:\n  template:'],
  ['Job', 'batch/v1\nspec:\n  template:'],
  ['CronJob', 'batch/v1\nspec:\n jobTemplate:\n  spec:\n   template:'],
  ['PodTemplate', 'v1\ntemplate:'],
];

test.each(templates)('a %s is hardened where its pods are', async (kind, head) => {
  const text = `kind: ${kind}\napiVersion: ${head}\n    spec:\n      containers:\n        - name: a\n`;
  const { code, out } = await cli(['fix', '-'], { stdin: text });
  expect({ code, isLonger: out.length > text.length }).toEqual({ code: 0, isLonger: true });
  const { code: checked } = await cli(['check', '-'], { stdin: out });
  expect(checked).toBe(0);
});

test('every document of a file, and every item of a List', async () => {
  const pod = (name: string) =>
    `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "${name}"}, "spec": {"containers": [{"name": "c"}]}}`;
  const text = [
    '---\n# first\nkind: Service\napiVersion: v1\n',
    `---\r\n${pod('a')}\r\n`,
    `---\napiVersion: v1\nkind: List\nitems:\n- ${pod('b')}\n- ${pod('c')}\n`,
  ].join('');
  const { code, out } = await cli(['fix', '-'], { stdin: text });
  expect(code).toBe(0);
  expect(out.match(/"allowPrivilegeEscalation": false/g)).toHaveLength(3);
  expect(out.startsWith('---\n# first\nkind: Service\napiVersion: v1\n---\r\n{"apiVersion"')).toBe(
    true,
  );
  expect((await cli(['check', '-'], { stdin: out })).code).toBe(0);
});

describe('what needs a person is left and named', () => {
  const sound = 'securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}';
  const pod = 'securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}';
  test.each([
    [
      'hostPath',
      `{${pod}, volumes: [{name: v, hostPath: {path: /}}], containers: [{name: c, ${sound}}}]}`,
      'volume "v" uses restricted volume type "hostPath"',
    ],
    [
      'a capability',
      `{${pod}, containers: [{name: c, securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [NET_ADMIN], drop: [ALL]}}}]}`,
      'must not include "NET_ADMIN"',
    ],
    [
      'root',
      `{${pod}, containers: [{name: c, ${sound}, runAsUser: 0}}]}`,
      'must not set runAsUser=0',
    ],
    [
      'a host port',
      `{${pod}, containers: [{name: c, ports: [{containerPort: 80, hostPort: 80}], ${sound}}}]}`,
      'uses hostPort 80',
    ],
    [
      'privileged',
      `{${pod}, containers: [{name: c, securityContext: {privileged: true}}]}`,
      'must not set securityContext.privileged=true',
    ],
  ])('%s', async (_, spec, words) => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: ${spec}\n`;
    const { code, out, err } = await cli(['fix', '-'], { stdin: text });
    expect({ code, out }).toEqual({ code: 1, out: text });
    expect(err).toContain(words);
    expect(err).toContain('What is left needs a person.');
  });
});

const bare =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: n}\nspec: {containers: [{name: c}]}\n';

test('a namespace that asks for less gets no more', async () => {
  const cwd = temporaryFolder();
  const namespace = (level: string) =>
    `apiVersion: v1\nkind: Namespace\nmetadata: {name: n, labels: {pod-security.kubernetes.io/enforce: ${level}}}\n`;
  writeFileSync(join(cwd, 'pod.yaml'), bare);
  writeFileSync(join(cwd, 'namespace.yaml'), namespace('baseline'));
  const words = ['fix', '--diff', 'pod.yaml', 'namespace.yaml'];
  expect((await cli(words, { cwd })).out).not.toContain('pod.yaml');
  expect((await cli([...words, '--enforce', 'restricted'], { cwd })).out).toContain('b/pod.yaml');
  writeFileSync(join(cwd, 'both.yaml'), `${namespace('baseline')}---\n${bare}`);
  expect(await cli(['fix', 'both.yaml', '-q'], { cwd })).toEqual({
    code: 0,
    out: `${namespace('baseline')}---\n${bare}`,
    err: '',
  });
});

test('a hook leaves manifests to others', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'pod.yaml'), bare);
  const { code, err } = await cli(['fix', '-w', '--skip-unrecognised', 'pod.yaml'], { cwd });
  expect(code).toBe(0);
  expect(err).toContain('skipped 1 file that is not the agent’s: pod.yaml');
  expect(readFileSync(join(cwd, 'pod.yaml'), 'utf8')).toBe(bare);
});

test('a broken document beside a pod is named, and nothing is changed', async () => {
  const { code, out } = await cli(['fix', '-'], { stdin: `${bare}---\na: [\n` });
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test('no link is made of manifests', async () => {
  expect((await cli(['link', '-'], { stdin: bare })).code).toBe(2);
});

describe('fix --harden', () => {
  test.each(['astro-ui-2x.yaml', 'team-edited.yaml', 'crlf.yaml'])('of %s', async (file) => {
    const text = readFileSync(`tests/samples/${file}`, 'utf8');
    const { code, out } = await cli(['fix', '--harden', '-'], { stdin: text });
    const plain = await cli(['fix', '-'], { stdin: text });
    expect(code).toBe(plain.code);
    const { out: report } = await cli(['check', '--format', 'json', '-'], { stdin: out });
    const rules = new Set<string>(
      [...report.matchAll(/"rule":\s*"([^"]+)"/g)].map(([, rule]) => rule ?? ''),
    );
    for (const rule of ['read-only-root', 'tmp-writable', 'logs-writable']) {
      expect(rules.has(rule), rule).toBe(false);
    }
    expect(out).toMatch(/sizeLimit: \d+Mi/);
    expect(out).toMatch(/readOnlyRootFilesystem: true/);
    expect((await cli(['fix', '--harden', '-'], { stdin: out })).out).toBe(out);
    // Without it nothing of this comes in.
    const { out: plainReport } = await cli(['check', '--format', 'json', '-'], {
      stdin: plain.out,
    });
    expect(plainReport).toContain('read-only-root');
  });
});
