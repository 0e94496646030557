import { expect, test } from 'vitest';
import type { Settings } from '../../../src/agent/settings/settings.ts';
import { edited, readValues } from './tables.ts';

type Row = readonly [
  what: string,
  before: string,
  change: (settings: Settings) => void,
  after: string,
];

const rows: readonly Row[] = [
  [
    'a context made from nothing is in the guide’s order',
    'a: 1\n',
    ({ security }) => {
      security.pod.runAsNonRoot = true;
      security.pod.fsGroup = '50000';
      security.pod.runAsUser = '50000';
      security.pod.seccompProfile.type = 'RuntimeDefault';
      security.container.capabilities.dropAll = true;
      security.container.readOnlyRootFilesystem = true;
      security.container.allowPrivilegeEscalation = false;
    },
    `a: 1
podSecurityContext:
  seccompProfile:
    type: RuntimeDefault
  runAsUser: 50000
  fsGroup: 50000
  runAsNonRoot: true
containerSecurityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL
`,
  ],
  [
    'an empty context is filled',
    'containerSecurityContext: {} # none\n',
    ({ security }) => {
      security.container.allowPrivilegeEscalation = false;
    },
    'containerSecurityContext: # none\n  allowPrivilegeEscalation: false\n',
  ],
  [
    'the platform’s IDs are an explicit null',
    'podSecurityContext:\n  runAsUser: 50000 # ours\n  fsGroup: 50000\n',
    ({ security }) => {
      security.pod.runAsUser = 'platform';
      security.pod.fsGroup = 'platform';
    },
    'podSecurityContext:\n  runAsUser: null # ours\n  fsGroup: null\n',
  ],
  [
    'an emptied ID takes its line with it',
    'podSecurityContext:\n  runAsUser: 50000\n  fsGroup: 50000\n',
    ({ security }) => {
      security.pod.runAsUser = '';
    },
    'podSecurityContext:\n  fsGroup: 50000\n',
  ],
  [
    'a switch is written both ways',
    'containerSecurityContext:\n  readOnlyRootFilesystem: true\n  allowPrivilegeEscalation: false\n',
    ({ security }) => {
      security.container.readOnlyRootFilesystem = false;
      security.container.allowPrivilegeEscalation = true;
    },
    'containerSecurityContext:\n  readOnlyRootFilesystem: false\n  allowPrivilegeEscalation: true\n',
  ],
  [
    'ALL goes beside other capabilities',
    'containerSecurityContext:\n  capabilities:\n    drop: [NET_RAW]\n    add: [CHOWN]\n',
    ({ security }) => {
      security.container.capabilities = { dropAll: true, addNetBindService: true };
    },
    'containerSecurityContext:\n  capabilities:\n    drop: [NET_RAW, ALL]\n    add: [CHOWN, NET_BIND_SERVICE]\n',
  ],
  [
    'and out from among them',
    'containerSecurityContext:\n  capabilities:\n    drop:\n      - ALL\n      - NET_RAW\n',
    ({ security }) => {
      security.container.capabilities.dropAll = false;
    },
    'containerSecurityContext:\n  capabilities:\n    drop:\n      - NET_RAW\n',
  ],
  [
    'capabilities that hold nothing else go as a whole',
    'containerSecurityContext:\n  allowPrivilegeEscalation: false\n  capabilities:\n    drop:\n      - ALL\n',
    ({ security }) => {
      security.container.capabilities.dropAll = false;
    },
    'containerSecurityContext:\n  allowPrivilegeEscalation: false\n',
  ],
  [
    'a drop that is a text is replaced by a list',
    'containerSecurityContext:\n  capabilities:\n    drop: ALL\n',
    ({ security }) => {
      security.container.capabilities.dropAll = true;
    },
    'containerSecurityContext:\n  capabilities:\n    drop:\n      - ALL\n',
  ],
  [
    'Localhost comes with its profile',
    'podSecurityContext:\n  seccompProfile:\n    type: RuntimeDefault\n',
    ({ security }) => {
      security.pod.seccompProfile = { type: 'Localhost', localhostProfile: 'profiles/a.json' };
    },
    'podSecurityContext:\n  seccompProfile:\n    type: Localhost\n    localhostProfile: profiles/a.json\n',
  ],
  [
    'and goes without it',
    'podSecurityContext:\n  seccompProfile:\n    type: Localhost\n    localhostProfile: profiles/a.json\n',
    ({ security }) => {
      security.pod.seccompProfile = { type: 'RuntimeDefault', localhostProfile: '' };
    },
    'podSecurityContext:\n  seccompProfile:\n    type: RuntimeDefault\n',
  ],
  [
    'no profile, no key',
    'podSecurityContext:\n  runAsNonRoot: true\n  seccompProfile: {type: Unconfined}\n',
    ({ security }) => {
      security.pod.seccompProfile.type = '';
    },
    'podSecurityContext:\n  runAsNonRoot: true\n',
  ],
  [
    'Sentinel has its own',
    'sentinel:\n  image: a\n',
    ({ security: { sentinel } }) => {
      sentinel.enabled = 'on';
      sentinel.pod.runAsUser = '5000';
    },
    'sentinel:\n  image: a\n  enabled: true\n  podSecurityContext:\n    runAsUser: 5000\n',
  ],
  [
    'Sentinel’s switch can go back to unsaid',
    'sentinel:\n  enabled: false\n  image: a\n',
    ({ security }) => {
      security.sentinel.enabled = '';
    },
    'sentinel:\n  image: a\n',
  ],
  [
    'an override is written in full, both contexts',
    'triggerer:\n  replicas: 1\n  containerSecurityContext: {}\n',
    ({ components, security }) => {
      components.triggerer.override = {
        pod: { ...security.pod, runAsUser: '7' },
        container: { ...security.container, allowPrivilegeEscalation: false },
      };
    },
    `triggerer:
  replicas: 1
  containerSecurityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: false
  podSecurityContext:
    runAsUser: 7
    runAsNonRoot: false
`,
  ],
  [
    'an override that is changed is completed',
    'dagProcessor:\n  podSecurityContext:\n    runAsUser: 7\n',
    ({ components }) => {
      if (components.dagProcessor.override) components.dagProcessor.override.pod.runAsUser = '8';
    },
    'dagProcessor:\n  podSecurityContext:\n    runAsUser: 8\n    runAsNonRoot: false\n',
  ],
  [
    'no override, no keys; an empty one may stay',
    'dagProcessor:\n  podSecurityContext:\n    runAsUser: 7\n  containerSecurityContext: {}\n  env: []\n',
    ({ components }) => {
      components.dagProcessor.override = null;
    },
    'dagProcessor:\n  containerSecurityContext: {}\n  env: []\n',
  ],
];

test.each(rows)('%s', (_, before, change, after) => {
  expect(edited(before, change)).toBe(after);
});

test('a context that only step 2 gives follows step 2', () => {
  const values =
    'podSecurityContext:\n  runAsUser: 1\ntriggerer:\n  containerSecurityContext:\n    readOnlyRootFilesystem: true\n';
  const after = edited(values, ({ security }) => {
    security.pod.runAsUser = '2';
  });
  expect(after).toBe(values.replace('runAsUser: 1', 'runAsUser: 2'));
  expect(readValues(after).components.triggerer.override?.pod.runAsUser).toBe('2');
});

test('wrong types read as not set, scalars as their text', () => {
  const { pod, container, sentinel } = readValues(`
podSecurityContext: {runAsUser: "50000", fsGroup: true, runAsGroup: [1], runAsNonRoot: "yes", seccompProfile: RuntimeDefault}
containerSecurityContext: {allowPrivilegeEscalation: "false", readOnlyRootFilesystem: 1, capabilities: {drop: ALL}}
sentinel: {enabled: "no", podSecurityContext: 5000}
`).security;
  expect(pod).toEqual({
    runAsNonRoot: false,
    runAsUser: '50000',
    runAsGroup: '',
    fsGroup: 'true',
    seccompProfile: { type: '', localhostProfile: '' },
  });
  expect(container).toEqual({
    allowPrivilegeEscalation: true,
    capabilities: { dropAll: false, addNetBindService: false },
    readOnlyRootFilesystem: false,
  });
  expect(sentinel.enabled).toBe('');
  expect(sentinel.pod.runAsUser).toBe('');
});
