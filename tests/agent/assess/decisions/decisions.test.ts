import { describe, expect, it } from 'vitest';
import { choiceResult } from '../../../../src/agent/assess/decisions/choice-result.ts';
import { chooseById } from '../../../../src/agent/assess/decisions/choose.ts';
import type { Decision } from '../../../../src/agent/assess/decisions/decision.ts';
import { decisionOf } from '../../../../src/agent/assess/decisions/decision-of.ts';
import type { Documents } from '../../../../src/agent/documents/documents.ts';
import type { Problem } from '../../../../src/agent/rules/finding.ts';
import { unifiedDiff } from '../../../../src/yaml/text-diff.ts';
import { append, assessed, changed, remove, set } from '../../rules/base.ts';

function onlyDecision(documents: Documents, rule: string) {
  const assessment = assessed(documents);
  const [problem] = assessment.problems.filter((one) => one.rule === rule);
  if (problem === undefined) throw new Error(`No ${rule}`);
  return { assessment, problem, decision: decisionOf(assessment, problem) };
}

/** Each choice with what it comes to, in the order shown. */
function results(documents: Documents, rule: string) {
  const { assessment, problem, decision } = onlyDecision(documents, rule);
  return decision?.choices.map((choice) => [
    choice.id,
    choiceResult(assessment, problem, choice)?.words,
  ]);
}

/** The lines that a choice changes. */
function diffOf(documents: Documents, rule: string, choice: string, text?: string): string {
  const { problem } = onlyDecision(documents, rule);
  const outcome = chooseById(documents, problem.id, choice, text);
  if (outcome.state !== 'made') throw new Error(outcome.state);
  return unifiedDiff('v', documents.values, outcome.documents.values)
    .split('\n')
    .filter((line) => /^[-+] /.test(line))
    .join('\n');
}

const worker = ['workers', 0];
const socket = changed(
  append([...worker, 'volumes'], {
    name: 'dsd-socket',
    hostPath: { path: '/var/run/datadog', type: 'DirectoryOrCreate' },
  }),
  append([...worker, 'volumeMounts'], { name: 'dsd-socket', mountPath: '/var/run/datadog' }),
  set([...worker, 'replicas'], 3),
  set(
    [...worker, 'extraContainers'],
    [
      {
        name: 'dogstatsd',
        image: 'dogstatsd:7',
        volumeMounts: [{ name: 'dsd-socket', mountPath: '/var/run/datadog' }],
        securityContext: {
          runAsUser: 100,
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
  ),
);

describe('a hostPath volume', () => {
  it('has four ways out', () => {
    const { decision } = onlyDecision(socket, 'restrictedVolumes');
    expect(decision?.question).toBe('What takes the place of the node’s folder dsd-socket?');
    expect(decision?.choices.map(({ id, label, usual }) => [id, label, usual])).toEqual([
      ['empty-dir', 'Use emptyDir', true],
      ['claim', 'Use this claim', undefined],
      ['remove', 'Remove', undefined],
      ['leave-level', 'Open step 1', undefined],
    ]);
    expect(decision?.choices.map(({ consequence }) => consequence)).toEqual([
      'worker and dogstatsd still share the folder. It is empty when the pod starts. What is on the node’s disk, such as its agent’s socket, is not seen.',
      'Keeps what is written, across pods. The claim must exist in the namespace; all 3 replicas share it.',
      'And its 2 mounts, at /var/run/datadog in worker and /var/run/datadog in dogstatsd. What is written there goes to the container’s own disk, if that can be written.',
      'Only a namespace that enforces privileged takes a hostPath. You set that in step 1, for all pods in it.',
    ]);
  });

  it('is judged for each', () => {
    expect(results(socket, 'restrictedVolumes')).toEqual([
      ['empty-dir', 'pod admitted'],
      ['claim', 'pod admitted'],
      ['remove', 'pod admitted'],
      ['leave-level', 'stays rejected'],
    ]);
  });

  it('becomes an emptyDir in its place', () => {
    expect(diffOf(socket, 'restrictedVolumes', 'empty-dir')).toBe(
      `-        hostPath:
-          path: /var/run/datadog
-          type: DirectoryOrCreate
+        emptyDir: {}`,
    );
  });

  it('becomes a claim of the name given, and of no other', () => {
    expect(diffOf(socket, 'restrictedVolumes', 'claim', 'team-data')).toBe(
      `-        hostPath:
-          path: /var/run/datadog
-          type: DirectoryOrCreate
+        persistentVolumeClaim:
+          claimName: team-data`,
    );
    const { problem } = onlyDecision(socket, 'restrictedVolumes');
    expect(chooseById(socket, problem.id, 'claim')).toMatchObject({
      state: 'wants',
      message: 'Name the claim.',
    });
    expect(chooseById(socket, problem.id, 'claim', 'Team data')).toMatchObject({
      state: 'wants',
      message:
        'Use lower case letters, digits, dashes and dots, with a letter or digit at both ends.',
    });
  });

  it('goes with its mounts', () => {
    expect(diffOf(socket, 'restrictedVolumes', 'remove')).toBe(
      `-      - name: dsd-socket
-        hostPath:
-          path: /var/run/datadog
-          type: DirectoryOrCreate
-      - name: dsd-socket
-        mountPath: /var/run/datadog
-        volumeMounts:
-          - name: dsd-socket
-            mountPath: /var/run/datadog
+        volumeMounts: []`,
    );
  });

  it('is not removed from under the sidecar, whose mount serves other pods', () => {
    const shared = changed(
      append([...worker, 'volumes'], { name: 'node-logs', hostPath: { path: '/var/log' } }),
      set(['loggingSidecar', 'enabled'], true),
      set(['loggingSidecar', 'volumeMounts'], [{ name: 'node-logs', mountPath: '/node' }]),
    );
    const { decision } = onlyDecision(shared, 'restrictedVolumes');
    expect(decision?.choices.map(({ id }) => id)).toEqual(['empty-dir', 'claim', 'leave-level']);
  });

  it('that fails without its folder says so', () => {
    const documents = changed(
      set([...worker, 'volumes', 0], { name: 'tmp', hostPath: { path: '/x' } }),
    );
    expect(results(documents, 'restrictedVolumes')).toEqual([
      ['empty-dir', 'pod admitted'],
      ['claim', 'pod admitted'],
      ['remove', 'fails after start'],
      ['leave-level', 'stays rejected'],
    ]);
  });

  it('is not all that is wrong with a pod', () => {
    const documents = changed(
      append([...worker, 'volumes'], { name: 'x', hostPath: { path: '/x' } }),
      remove(['podSecurityContext', 'seccompProfile']),
    );
    expect(results(documents, 'restrictedVolumes')).toEqual([
      ['empty-dir', 'still rejected for other reasons'],
      ['claim', 'still rejected for other reasons'],
      ['remove', 'still rejected for other reasons'],
      ['leave-level', 'stays rejected'],
    ]);
  });
});

it('a volume of another type names its type, and baseline takes it', () => {
  const documents = changed(
    append([...worker, 'volumes'], { name: 'share', nfs: { server: 'files', path: '/x' } }),
    append([...worker, 'volumeMounts'], { name: 'share', mountPath: '/share' }),
  );
  const { decision } = onlyDecision(documents, 'restrictedVolumes');
  expect(decision?.question).toBe('What takes the place of the nfs volume share?');
  expect(decision?.choices.at(-1)?.consequence).toMatch(/baseline or privileged takes a volume of/);
  expect(results(documents, 'restrictedVolumes')?.at(0)).toEqual(['empty-dir', 'pod admitted']);
});

it.each<[string, Documents, string]>([
  [
    'hostPorts',
    changed(
      set(
        [...worker, 'extraContainers'],
        [
          {
            name: 'a',
            image: 'a:1',
            ports: [{ containerPort: 8125, hostPort: 8125 }],
            securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
          },
        ],
      ),
    ),
    '-            hostPort: 8125',
  ],
  [
    'seLinuxOptions',
    changed(set(['podSecurityContext', 'seLinuxOptions'], { user: 'u' })),
    '-    user: u',
  ],
  [
    'sysctls',
    changed(
      set([...worker, 'podSecurityContext'], {
        seccompProfile: { type: 'RuntimeDefault' },
        runAsNonRoot: true,
        runAsUser: 50000,
        fsGroup: 50000,
        sysctls: [{ name: 'kernel.msgmax', value: '65536' }],
      }),
    ),
    `-        - name: kernel.msgmax
-          value: "65536"`,
  ],
])('%s can be taken out', (rule, documents, removed) => {
  const { decision } = onlyDecision(documents, rule);
  expect(decision?.choices.map(({ id }) => id)).toEqual(['remove', 'leave-level']);
  expect(diffOf(documents, rule, 'remove')).toContain(removed);
});

it('Sentinel is on or off, and off is no pod', () => {
  const documents = changed(remove(['sentinel', 'enabled']));
  expect(results(documents, 'sentinel-implicit')).toEqual([
    ['on', 'pod admitted'],
    ['off', 'no pod'],
  ]);
  expect(diffOf(documents, 'sentinel-implicit', 'off')).toBe('+  enabled: false');
});

/** As a rule would leave it that says what needs root: without a fix. */
function rootDecision(container: object, list = 'initContainers'): Decision | undefined {
  const documents = changed(set([...worker, list], [JSON.parse(JSON.stringify(container))]));
  const assessment = assessed(documents);
  const found = assessment.problems.find(({ effect }) => effect === 'rejected');
  const { fix: _, ...problem }: Problem = found ?? expect.fail('no problem');
  return decisionOf(assessment, problem);
}

const asRoot = { runAsUser: 0, runAsNonRoot: false };

it.each([
  [
    { command: ['sh', '-c', 'sleep 1; chown -R 50000:50000 /data'] },
    'It runs `chown -R 50000:50000 /data`, as root. Hardened, it is admitted and then fails: only root may change owners.',
    'fsGroup 50000 already gives the group write access to the pod’s volumes, without root.',
    true,
  ],
  [
    { command: ['/sbin/iptables'], args: ['-t', 'nat', '-F'] },
    'It runs `/sbin/iptables -t nat -F`, as root. Hardened, it is admitted and then fails: only root with NET_ADMIN may change the network’s rules.',
    'A service mesh does this on the node with its CNI plugin, or needs no sidecar (ambient mode).',
    true,
  ],
  [
    { command: ['/prepare'] },
    'It runs as root; the file does not say why.',
    'What it prepared is then missing, unless the image or Kubernetes does it.',
    undefined,
  ],
])('a container that is root: %j', (given, note, consequence, usual) => {
  const decision = rootDecision({ name: 'prep', image: 'b:1', securityContext: asRoot, ...given });
  expect(decision?.question).toBe('Does anything still need prep?');
  expect(decision?.note).toBe(note);
  expect(decision?.choices.map(({ id }) => id)).toEqual(['remove', 'keep', 'harden']);
  expect(decision?.choices[0]).toMatchObject({ consequence, label: 'Remove it' });
  expect(decision?.choices[0].usual).toBe(usual);
});

it('a choice of a problem that is gone is not made', () => {
  const { problem } = onlyDecision(socket, 'restrictedVolumes');
  expect(chooseById(changed(), problem.id, 'empty-dir')).toEqual({ state: 'gone' });
  expect(chooseById(socket, problem.id, 'harden')).toEqual({ state: 'gone' });
  expect(chooseById({ ...socket, values: 'workers: [' }, problem.id, 'remove')).toEqual({
    state: 'unreadable',
  });
  expect(chooseById(socket, problem.id, 'leave-level')).toMatchObject({ state: 'elsewhere' });
});
