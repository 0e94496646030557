import { describe, expect, test } from 'vitest';
import { judge } from '../../src/pss/judge.ts';
import { shapeErrors } from '../../src/pss/shape.ts';

const restricted = { level: 'restricted', version: 'latest' } as const;
const allowed = {
  spec: {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'a',
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ],
  },
};

describe('judge', () => {
  test('admits a pod that violates nothing', () => {
    expect(judge(allowed, restricted)).toEqual({
      verdict: 'admitted',
      violations: [],
      shapeErrors: [],
    });
  });

  test('rejects one that violates something', () => {
    const { verdict, violations } = judge({ spec: { hostPID: true } }, restricted);
    expect(verdict).toBe('rejected');
    expect(violations.map(({ check }) => check)).toEqual(['hostNamespaces']);
  });

  test('does not know of one that it cannot read', () => {
    const odd = { spec: { ...allowed.spec, hostPID: 'true' } };
    expect(judge(odd, restricted)).toEqual({
      verdict: 'unknown',
      violations: [],
      shapeErrors: [{ path: ['spec', 'hostPID'], expected: 'true or false', found: 'a string' }],
    });
    expect(judge(odd, { level: 'privileged', version: 'latest' }).verdict).toBe('unknown');
  });

  test('rejects what violates something besides', () => {
    const { verdict, shapeErrors } = judge(
      { spec: { hostPID: 'true', hostIPC: true } },
      restricted,
    );
    expect(verdict).toBe('rejected');
    expect(shapeErrors).toHaveLength(1);
  });

  test.each([undefined, null, 'pod', 7, true, []])('does not know of %j', (pod) => {
    expect(judge(pod, restricted).verdict).toBe('unknown');
  });
});

/** Paths from the root to a value that fits, for everything that the checks read. */
const TEXT = 'a string';
const FLAG = 'true or false';
const INT32 = 'a whole number of 32 bits';
const INT64 = 'a whole number of 64 bits';
const OBJECT = 'an object';
const LIST = 'a list';

const PROFILE = { '': OBJECT, type: TEXT, localhostProfile: TEXT };
const COMMON: Readonly<Record<string, string>> = {
  '': OBJECT,
  ...below('appArmorProfile', PROFILE),
  ...below('seccompProfile', PROFILE),
  ...below('seLinuxOptions', { '': OBJECT, type: TEXT, user: TEXT, role: TEXT }),
  ...below('windowsOptions', { '': OBJECT, hostProcess: FLAG }),
  runAsNonRoot: FLAG,
  runAsUser: INT64,
};
const HANDLER = {
  '': OBJECT,
  httpGet: OBJECT,
  'httpGet.host': TEXT,
  tcpSocket: OBJECT,
  'tcpSocket.host': TEXT,
};
const CONTAINER = {
  '': OBJECT,
  name: TEXT,
  ...below('securityContext', {
    ...COMMON,
    allowPrivilegeEscalation: FLAG,
    capabilities: OBJECT,
    'capabilities.add': LIST,
    'capabilities.add.0': TEXT,
    'capabilities.drop': LIST,
    'capabilities.drop.0': TEXT,
    privileged: FLAG,
    procMount: TEXT,
  }),
  ports: LIST,
  'ports.0': OBJECT,
  'ports.0.containerPort': INT32,
  'ports.0.hostPort': INT32,
  ...below('livenessProbe', HANDLER),
  ...below('readinessProbe', HANDLER),
  ...below('startupProbe', HANDLER),
  lifecycle: OBJECT,
  ...below('lifecycle.postStart', HANDLER),
  ...below('lifecycle.preStop', HANDLER),
};
const VOLUME_SOURCES =
  'configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret hostPath gcePersistentDisk awsElasticBlockStore gitRepo nfs iscsi glusterfs rbd flexVolume cinder cephfs flocker fc azureFile vsphereVolume quobyte azureDisk photonPersistentDisk portworxVolume scaleIO storageos';
const FIELDS: Readonly<Record<string, string>> = {
  metadata: OBJECT,
  'metadata.name': TEXT,
  'metadata.annotations': OBJECT,
  'metadata.annotations.any': TEXT,
  spec: OBJECT,
  ...below('spec.securityContext', {
    ...COMMON,
    sysctls: LIST,
    'sysctls.0': OBJECT,
    'sysctls.0.name': TEXT,
  }),
  'spec.containers': LIST,
  ...below('spec.containers.0', CONTAINER),
  'spec.initContainers': LIST,
  ...below('spec.initContainers.0', CONTAINER),
  'spec.ephemeralContainers': LIST,
  ...below('spec.ephemeralContainers.0', CONTAINER),
  'spec.hostIPC': FLAG,
  'spec.hostNetwork': FLAG,
  'spec.hostPID': FLAG,
  'spec.hostUsers': FLAG,
  'spec.os': OBJECT,
  'spec.os.name': TEXT,
  'spec.volumes': LIST,
  'spec.volumes.0': OBJECT,
  'spec.volumes.0.name': TEXT,
  ...Object.fromEntries(
    VOLUME_SOURCES.split(' ').map((source) => [`spec.volumes.0.${source}`, OBJECT]),
  ),
};

const FITTING: Readonly<Record<string, readonly unknown[]>> = {
  [TEXT]: ['', 'x'],
  [FLAG]: [true, false],
  [INT32]: [0, -(2 ** 31), 2 ** 31 - 1],
  [INT64]: [0, -(2 ** 63), 2 ** 62],
  [OBJECT]: [{}],
  [LIST]: [[]],
};
const VALUES: readonly (readonly [value: unknown, words: string, fits: readonly string[]])[] = [
  ['x', 'a string', [TEXT]],
  [true, 'true', [FLAG]],
  [7, '7', [INT32, INT64]],
  [1.5, '1.5', []],
  [2 ** 31, '2147483648', [INT64]],
  [-(2 ** 31) - 1, '-2147483649', [INT64]],
  [2 ** 63, '9223372036854776000', []],
  [-(2 ** 64), '-18446744073709552000', []],
  [{}, 'an object', [OBJECT]],
  [[], 'a list', [LIST]],
];

describe('shapeErrors', () => {
  test.each(Object.entries(FIELDS))('%s takes %s', (path, expected) => {
    const keys = path.split('.').map((key) => (key === '0' ? 0 : key));
    for (const value of [undefined, null, ...(FITTING[expected] ?? [])]) {
      expect(shapeErrors(nest(keys, value))).toEqual([]);
    }
    for (const [value, found, fits] of VALUES) {
      if (fits.includes(expected)) continue;
      expect(shapeErrors(nest(keys, value))).toEqual([{ path: keys, expected, found }]);
    }
  });

  test('finds them all', () => {
    const errors = shapeErrors({ metadata: [], spec: { hostIPC: 1, os: { name: {} } } });
    expect(errors.map(({ path }) => path.join('.'))).toEqual([
      'metadata',
      'spec.hostIPC',
      'spec.os.name',
    ]);
  });

  test.each([
    [null, 'nothing'],
    [undefined, 'nothing'],
    ['x', 'a string'],
    [[], 'a list'],
  ])('wants an object to begin with, not %j', (pod, found) => {
    expect(shapeErrors(pod)).toEqual([{ path: [], expected: 'an object', found }]);
  });

  test('cares for nothing else', () => {
    expect(shapeErrors({ kind: 7, spec: { replicas: 'x', volumes: [{ madeUp: 1 }] } })).toEqual([]);
  });
});

function below(
  prefix: string,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, words]) => [key === '' ? prefix : `${prefix}.${key}`, words]),
  );
}

/** An object with one value, at the end of a path. */
function nest(path: readonly (string | number)[], value: unknown): unknown {
  return path.reduceRight((inner, key) => (key === 0 ? [inner] : { [key]: inner }), value);
}
