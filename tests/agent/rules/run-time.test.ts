import { describe, expect, test } from 'vitest';
import { standingOf } from '../../../src/agent/assess/assess.ts';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import type { Change, PlainValue } from '../../../src/yaml/change.ts';
import { append, assessed, changed, namespaceText, remove, set } from './base.ts';

/*
 * What is admitted and then does not run, or is not known yet: one line for each finding, as
 * `effect rule path`, with the title of its fix.
 */

function found(documents: Documents, rules: readonly string[]): readonly string[] {
  return assessed(documents)
    .findings.filter(({ rule }) => rules.includes(rule))
    .map(({ effect, rule, path, fix }) => {
      const title = fix === undefined ? '' : ` -> ${fix.title}`;
      return `${effect} ${rule} ${path.join('.')}${title}`;
    });
}

const worker = ['workers', 0] as const;
const mounts = [...worker, 'volumeMounts'] as const;
const env = (name: string, value: PlainValue) => append([...worker, 'env'], { name, value });
const home = (value: PlainValue) => env('AIRFLOW_HOME', value);
const local = set(
  ['dagBundleConfigList'],
  '[{"name": "dags", "classpath": "airflow.dag_processing.bundles.local.LocalDagBundle"}]',
);
const overHome = [
  append([...worker, 'volumes'], { name: 'home', emptyDir: { sizeLimit: '1Gi' } }),
  append(mounts, { name: 'home', mountPath: '/usr/local/airflow' }),
];
const hardened = {
  runAsUser: 1000,
  runAsNonRoot: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};
const extra = (list: 'initContainers' | 'extraContainers', container: Record<string, PlainValue>) =>
  append([...worker, list], { securityContext: hardened, name: 'c', image: 'a/b:1', ...container });
const shares = (readOnly: boolean) => ({
  volumeMounts: [{ name: 'home', mountPath: '/target', readOnly }],
});

interface Case {
  readonly name: string;
  readonly changes: readonly Change[];
  readonly expected: readonly string[];
}

const hidden = 'fails airflow-home-hidden workers.0.volumeMounts.2';
const homes: readonly Case[] = [
  { name: 'a volume over it', changes: overHome, expected: [hidden] },
  {
    name: 'shared with a reader',
    changes: [...overHome, extra('extraContainers', shares(true))],
    expected: [hidden],
  },
  {
    name: 'shared with a log collector that may write',
    changes: [...overHome, extra('extraContainers', { ...shares(false), name: 'fluent-bit' })],
    expected: [hidden],
  },
  {
    name: 'shared with an init container that cannot write',
    changes: [...overHome, extra('initContainers', shares(true))],
    expected: [hidden],
  },
  {
    name: 'filled by an init container',
    changes: [...overHome, extra('initContainers', shares(false))],
    expected: [],
  },
  {
    name: 'filled by git-sync',
    changes: [
      ...overHome,
      extra('extraContainers', {
        ...shares(false),
        image: 'registry.k8s.io/git-sync/git-sync:v4.4.0',
      }),
    ],
    expected: [],
  },
  {
    name: 'logs below another home',
    changes: [home('/opt/airflow')],
    expected: [
      'fails logs-writable workers.0.volumeMounts -> Add a writable /opt/airflow/logs to worker/w',
    ],
  },
  {
    name: 'logs of another home by commonEnv, mounted there',
    changes: [
      append(['commonEnv'], { name: 'AIRFLOW_HOME', value: '/opt/airflow/' }),
      ...[mounts, ['dagProcessor', 'volumeMounts'], ['triggerer', 'volumeMounts']].map((path) =>
        set([...path, 1, 'mountPath'], '/opt/airflow/logs'),
      ),
    ],
    expected: [],
  },
  {
    name: 'a log folder of its own, whatever the home',
    changes: [
      home('/opt/airflow'),
      env('AIRFLOW__LOGGING__BASE_LOG_FOLDER', '/usr/local/airflow/logs'),
    ],
    expected: [],
  },
  {
    name: 'a log folder in terms of the home',
    changes: [home('/opt/airflow'), env('AIRFLOW__LOGGING__BASE_LOG_FOLDER', '{AIRFLOW_HOME}/l')],
    expected: [
      'fails logs-writable workers.0.volumeMounts -> Add a writable /opt/airflow/l to worker/w',
    ],
  },
  {
    name: 'a home that only the cluster knows',
    changes: [home(`\${HOME_OF_AIRFLOW}`)],
    expected: ['advice logs-writable workers.0.volumeMounts'],
  },
  {
    name: 'a volume over where the image no longer looks',
    changes: [
      home('/opt/airflow'),
      env('AIRFLOW__LOGGING__BASE_LOG_FOLDER', '/usr/local/airflow/logs'),
      ...overHome,
    ],
    expected: [],
  },
  {
    name: 'the dags folder of another home',
    changes: [
      local,
      home('/opt/airflow'),
      env('AIRFLOW__LOGGING__BASE_LOG_FOLDER', '/usr/local/airflow/logs'),
      append([...worker, 'volumes'], { name: 'home', emptyDir: { sizeLimit: '1Gi' } }),
      append(mounts, { name: 'home', mountPath: '/opt/airflow/dags' }),
    ],
    expected: [hidden],
  },
];

const command = (...words: string[]) => extra('initContainers', { command: words });
const asRoot = (script: string) =>
  extra('initContainers', {
    command: ['sh', '-c', script],
    securityContext: { runAsUser: 0, runAsNonRoot: false },
  });
const needs = 'fails needs-root workers.0.initContainers.0.command';
const roots: readonly Case[] = [
  { name: 'chown as root', changes: [asRoot('chown -R 50000:50000 logs')], expected: [needs] },
  {
    name: 'chown, hardened',
    changes: [command('chown', '-R', '50000', '/data')],
    expected: [needs],
  },
  { name: 'chown by its path', changes: [command('/bin/chown', '1', '/data')], expected: [needs] },
  {
    name: 'chown behind another command',
    changes: [command('sh', '-c', 'mkdir -p /a && chown 1 /a')],
    expected: [needs],
  },
  {
    name: 'chown that may fail',
    changes: [command('sh', '-c', 'chown 1 /a || true')],
    expected: [],
  },
  { name: 'chmod as root', changes: [asRoot('chmod -R g+w /data')], expected: [needs] },
  { name: 'chmod of its own', changes: [command('sh', '-c', 'chmod +x /tmp/run')], expected: [] },
  { name: 'iptables', changes: [command('iptables', '-L')], expected: [needs] },
  { name: 'sysctl that sets', changes: [command('sysctl', '-w', 'a.b=1')], expected: [needs] },
  { name: 'sysctl that asks', changes: [command('sysctl', '-a')], expected: [] },
  {
    name: 'apt-get install',
    changes: [command('sh', '-c', 'apt-get install -y git')],
    expected: [needs],
  },
  {
    name: 'a word that holds one',
    changes: [command('sh', '-c', 'echo mychown adaptation')],
    expected: [],
  },
  {
    name: 'in args of an extra container',
    changes: [extra('extraContainers', { args: ['-c', 'chgrp -R 0 /data'] })],
    expected: ['fails needs-root workers.0.extraContainers.0.args'],
  },
];

const user = 'podSecurityContext.runAsUser -> Set runAsUser: 50000';
const users: readonly Case[] = [
  {
    name: 'no user at all',
    changes: [remove(['podSecurityContext', 'runAsUser'])],
    expected: Array.from({ length: 3 }, () => `fails unknown-user ${user}`),
  },
  {
    name: 'null: the platform gives one',
    changes: [set(['podSecurityContext', 'runAsUser'], null)],
    expected: [],
  },
  {
    name: 'a user of the container',
    changes: [
      remove(['podSecurityContext', 'runAsUser']),
      set(['containerSecurityContext', 'runAsUser'], 50000),
    ],
    expected: [],
  },
  {
    name: 'a user of the agent alone',
    changes: [
      remove(['podSecurityContext', 'runAsUser']),
      set(['containerSecurityContext', 'runAsUser'], 50000),
      extra('extraContainers', { securityContext: { ...hardened, runAsUser: null } }),
      extra('extraContainers', {
        name: 'd',
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      }),
    ],
    expected: ['fails unknown-user workers.0.extraContainers.1.securityContext.runAsUser'],
  },
  {
    name: 'root is another rule’s',
    changes: [set(['podSecurityContext', 'runAsUser'], 0)],
    expected: [],
  },
  {
    name: 'Sentinel’s own user',
    changes: [remove(['sentinel', 'podSecurityContext', 'runAsUser'])],
    // Where the global context reaches Sentinel, it has that user.
    expected: [],
  },
];

test.each(homes)('Airflow’s home: $name', ({ changes, expected }) => {
  const rules = ['airflow-home-hidden', 'logs-writable'];
  expect(found(changed(...changes), rules)).toEqual(expected);
});

test.each(roots)('root: $name', ({ changes, expected }) => {
  expect(found(changed(...changes), ['needs-root'])).toEqual(expected);
});

test.each(users)('the user: $name', ({ changes, expected }) => {
  expect(found(changed(...changes), ['unknown-user'])).toEqual(expected);
});

describe('Fix everything', () => {
  test('leaves a container that needs root as it is, and never calls it fine', () => {
    const given = changed(asRoot('chown -R 50000:50000 /usr/local/airflow/logs'));
    const { documents, left } = fixEverything(given);
    expect(documents).toEqual(given);
    expect(left.map(({ rule }) => rule)).toContain('needs-root');
  });

  test('writes no runAsNonRoot without a user', () => {
    const given = changed(
      set(['podSecurityContext'], {}),
      remove(['sentinel', 'podSecurityContext']),
    );
    const { documents, left } = fixEverything(given);
    expect(left).toEqual([]);
    expect(documents.values).toContain('runAsUser: 50000');
    expect(documents.values).toContain('runAsUser: 5000\n');
  });

  test('writes no user where the platform is to give one', () => {
    const given = changed(set(['podSecurityContext'], { runAsUser: null, fsGroup: null }));
    const { documents } = fixEverything(given);
    expect(documents.values).not.toContain('runAsUser: 50000');
  });
});

describe('a baseline namespace', () => {
  test('leaves root to a container that is root', () => {
    const { values } = changed(asRoot('chown -R 50000:50000 logs'));
    const labels = { 'pod-security.kubernetes.io/enforce': 'baseline' };
    expect(found({ values, namespace: namespaceText('agents', labels) }, ['needs-root'])).toEqual(
      [],
    );
  });
});

const labels: readonly (readonly [label: string, meant: string | undefined])[] = [
  ['pod-security.kubernetes.io/enforce_version', 'pod-security.kubernetes.io/enforce-version'],
  ['pod-security.kubernetes.io/enforced', 'pod-security.kubernetes.io/enforce'],
  ['pod-security.kubernetes.io/enfroce', 'pod-security.kubernetes.io/enforce'],
  ['pod-security.kubernetes.io/Audit', 'pod-security.kubernetes.io/audit'],
  ['podsecurity.kubernetes.io/warn', 'pod-security.kubernetes.io/warn'],
  ['pod-security.k8s.io/warn', 'pod-security.kubernetes.io/warn'],
  ['pod-security.kubernetes.io/warn-version', undefined],
  ['team.example.com/enforce', undefined],
  ['pod-security.kubernetes.io/reviewed-by', undefined],
];

test.each(labels)('the label %s is named as %s', (label, meant) => {
  const { values } = changed();
  const namespace = `metadata:\n  name: agents\n  labels:\n    ${label}: restricted\n`;
  expect(found({ values, namespace }, ['misspelt-label'])).toEqual(
    meant === undefined
      ? []
      : [`advice misspelt-label metadata.labels.${label} -> Rename it to ${meant}`],
  );
});

describe('what is filled in later', () => {
  const uid = (value: string) => changed(set(['podSecurityContext', 'runAsUser'], value));

  test.each([
    ['a user', set(['podSecurityContext', 'runAsUser'], `\${UID}`)],
    ['a placeholder', set(['podSecurityContext', 'runAsUser'], '<uid>')],
    ['a profile', set(['podSecurityContext', 'seccompProfile', 'type'], '{{ profile }}')],
    ['a switch', set(['containerSecurityContext', 'allowPrivilegeEscalation'], `\${NO}`)],
    ['a capability', set(['containerSecurityContext', 'capabilities', 'drop', 0], `\${DROP}`)],
    ['one that is added', set(['containerSecurityContext', 'capabilities', 'add'], [`\${ADD}`])],
  ])('makes the verdict unknown where it hangs on %s', (_, change) => {
    const assessment = assessed(changed(change));
    expect(standingOf(assessment)).toBe('unknown');
    expect(assessment.findings.filter(({ effect }) => effect === 'rejected')).toEqual([]);
    expect(assessment.pods[0]?.unknownReason).toMatch(/ is not known until .* is filled in\.$/);
  });

  test('does not hide what is wrong for certain', () => {
    const { values, namespace } = uid(`\${UID}`);
    const wrong = values.replace(
      'allowPrivilegeEscalation: false',
      'allowPrivilegeEscalation: true',
    );
    const assessment = assessed({ values: wrong, namespace });
    expect(standingOf(assessment)).toBe('rejected');
    expect(assessment.pods[0]?.reasons).toEqual(['allowPrivilegeEscalation != false']);
  });

  test.each([
    ['a name', set([...worker, 'name'], `w-\${ENV}`), 'workers.0.name'],
    ['a number', set([...worker, 'replicas'], `\${REPLICAS}`), 'workers.0.replicas'],
    [
      'a size',
      set([...worker, 'volumes', 0, 'emptyDir', 'sizeLimit'], `\${SIZE}`),
      'workers.0.volumes.0.emptyDir.sizeLimit',
    ],
    ['the namespace', set(['namespace'], `\${NS}`), 'namespace'],
    ['a queue of an ApplicationSet', set([...worker, 'queues'], '{{cluster}}'), 'workers.0.queues'],
    ['a variable', env('REGION', `\${REGION}`), 'workers.0.env.0.value'],
  ])('is advice of %s', (_, change, path) => {
    const assessment = assessed(changed(change));
    const shown = assessment.findings.map(
      ({ effect, rule, path: at }) => `${effect} ${rule} ${at.join('.')}`,
    );
    expect(shown).toEqual([`advice known-later ${path}`]);
    expect(standingOf(assessment)).toBe('admitted');
  });

  test.each([
    [
      'Airflow fills in itself',
      env('AIRFLOW__LOGGING__LOG_FILENAME_TEMPLATE', '{{ ti.dag_id }}.log'),
    ],
    ['Kubernetes fills in itself', env('URL', 'https://$(HOST)/')],
    ['an injector fills in', set(['annotations'], { 'a.example.com/template': '{{ secret }}' })],
    ['another language has', set(['loggingSidecar', 'config'], `token: \${TOKEN}`)],
  ])('is not what %s', (_, change) => {
    expect(assessed(changed(change)).findings).toEqual([]);
  });
});
