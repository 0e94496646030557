import { expect, test } from 'vitest';
import type { FolderSettings, Settings } from '../../../src/agent/settings/settings.ts';
import { edited, readValues } from './tables.ts';

const folder = (path: string, volume: string, sizeLimit = '', medium: '' | 'Memory' = '') =>
  ({ path, volume, sizeLimit, medium }) satisfies FolderSettings;

const two = `triggerer:
  volumes:
    - name: tmp
      emptyDir: {}
    - name: task-logs
      emptyDir: {}
  volumeMounts:
    - name: tmp
      mountPath: /tmp
    - name: task-logs
      mountPath: /usr/local/airflow/logs
`;

type Row = readonly [
  what: string,
  before: string,
  change: (settings: Settings) => void,
  after: string,
];

const rows: readonly Row[] = [
  [
    'added folders are volumes and mounts, each with its reason',
    'triggerer:\n  volumes: []\n',
    ({ components }) => {
      components.triggerer.folders = [
        folder('/tmp', 'tmp'),
        folder('/usr/local/airflow/logs', 'task-logs', '1Gi'),
        folder('/cache', 'cache', '', 'Memory'),
      ];
    },
    `triggerer:
  volumes:
    - name: tmp
      emptyDir: {}
    - name: task-logs
      emptyDir:
        sizeLimit: 1Gi
    - name: cache
      emptyDir:
        medium: Memory
  volumeMounts:
    - name: tmp
      mountPath: /tmp  # the agent keeps its socket file here
    - name: task-logs
      mountPath: /usr/local/airflow/logs  # task logs; if Airflow logs elsewhere, mount that folder instead
    - name: cache
      mountPath: /cache
`,
  ],
  [
    'an emptyDir of that name is used',
    'triggerer:\n  volumes:\n    - name: tmp\n      emptyDir: {}\n',
    ({ components }) => {
      components.triggerer.folders = [folder('/data', 'tmp')];
    },
    'triggerer:\n  volumes:\n    - name: tmp\n      emptyDir: {}\n  volumeMounts:\n    - name: tmp\n      mountPath: /data\n',
  ],
  [
    'a removed folder takes its mount and its volume',
    two,
    ({ components }) => {
      components.triggerer.folders.splice(0, 1);
    },
    `triggerer:
  volumes:
    - name: task-logs
      emptyDir: {}
  volumeMounts:
    - name: task-logs
      mountPath: /usr/local/airflow/logs
`,
  ],
  [
    'but not a volume that another container mounts',
    `${two}  initContainers:\n    - name: a\n      volumeMounts:\n        - {name: tmp, mountPath: /x}\n`,
    ({ components }) => {
      components.triggerer.folders.splice(0, 1);
    },
    `${two.replace('    - name: tmp\n      mountPath: /tmp\n', '')}  initContainers:\n    - name: a\n      volumeMounts:\n        - {name: tmp, mountPath: /x}\n`,
  ],
  [
    'nor one that the sidecar mounts',
    `${two}loggingSidecar:\n  volumeMounts:\n    - {name: task-logs, mountPath: /logs}\n`,
    ({ components }) => {
      components.triggerer.folders.splice(1, 1);
    },
    `${two.replace('    - name: task-logs\n      mountPath: /usr/local/airflow/logs\n', '')}loggingSidecar:\n  volumeMounts:\n    - {name: task-logs, mountPath: /logs}\n`,
  ],
  [
    'a renamed volume is renamed in the whole pod',
    `${two}  extraContainers:\n    - name: a\n      volumeMounts:\n        - {name: tmp, mountPath: /x}\n`,
    ({ components }) => {
      components.triggerer.folders[0] = folder('/tmp', 'scratch');
    },
    `${two.replaceAll('name: tmp', 'name: scratch')}  extraContainers:\n    - name: a\n      volumeMounts:\n        - {name: scratch, mountPath: /x}\n`,
  ],
  [
    'and in the sidecar, once no other pod has the old name',
    `${two}loggingSidecar:\n  volumeMounts:\n    - {name: task-logs, mountPath: /logs}\n`,
    ({ components }) => {
      components.triggerer.folders[1] = folder('/usr/local/airflow/logs', 'logs');
    },
    `${two.replaceAll('name: task-logs', 'name: logs')}loggingSidecar:\n  volumeMounts:\n    - {name: logs, mountPath: /logs}\n`,
  ],
  [
    'a path is changed in place',
    two,
    ({ components }) => {
      components.triggerer.folders[0] = folder('/var/tmp', 'tmp');
    },
    two.replace('mountPath: /tmp', 'mountPath: /var/tmp'),
  ],
  [
    'a size is set, changed and taken back',
    'triggerer:\n  volumes:\n    - {name: a, emptyDir: {}}\n    - {name: b, emptyDir: {sizeLimit: 1Gi}}\n    - {name: c, emptyDir: {sizeLimit: 1Gi}}\n  volumeMounts:\n    - {name: a, mountPath: /a}\n    - {name: b, mountPath: /b}\n    - {name: c, mountPath: /c}\n',
    ({ components }) => {
      components.triggerer.folders = [
        folder('/a', 'a', '5Gi'),
        folder('/b', 'b', '6Gi'),
        folder('/c', 'c'),
      ];
    },
    'triggerer:\n  volumes:\n    - {name: a, emptyDir: {sizeLimit: 5Gi}}\n    - {name: b, emptyDir: {sizeLimit: 6Gi}}\n    - {name: c, emptyDir: {}}\n  volumeMounts:\n    - {name: a, mountPath: /a}\n    - {name: b, mountPath: /b}\n    - {name: c, mountPath: /c}\n',
  ],
  [
    'a volume of another type is no place for a folder',
    'triggerer:\n  volumes:\n    - {name: files, secret: {secretName: a}}\n',
    ({ components }) => {
      components.triggerer.folders = [folder('/files', 'files')];
    },
    'triggerer:\n  volumes:\n    - {name: files, secret: {secretName: a}}\nrefused: The volume files is a secret, so /files cannot be an empty folder on it.\n',
  ],
  [
    'what is mounted at a path stays there',
    'triggerer:\n  volumes:\n    - {name: files, secret: {secretName: a}}\n  volumeMounts:\n    - {name: files, mountPath: /data/}\n',
    ({ components }) => {
      components.triggerer.folders = [folder('/data', 'data')];
    },
    'triggerer:\n  volumes:\n    - {name: files, secret: {secretName: a}}\n  volumeMounts:\n    - {name: files, mountPath: /data/}\nrefused: Something else is mounted at /data already.\n',
  ],
];

test.each(rows)('%s', (_, before, change, after) => {
  expect(edited(before, change)).toBe(after);
});

test('a folder is a writable mount of an emptyDir in the component’s own container', () => {
  const { folders } = readValues(`
triggerer:
  volumes:
    - name: none
      emptyDir:
    - {name: sized, emptyDir: {sizeLimit: 1000, medium: Memory}}
    - {name: huge, emptyDir: {medium: HugePages}}
    - {name: claim, persistentVolumeClaim: {claimName: a}}
    - {name: other, emptyDir: {}}
  volumeMounts:
    - {name: sized, mountPath: /b/}
    - {name: none, mountPath: /a}
    - {name: huge, mountPath: /c}
    - {name: claim, mountPath: /d}
    - {name: other, mountPath: /e, readOnly: true}
    - {name: other, mountPath: /f, subPath: x}
    - {name: missing, mountPath: /g}
    - /h
`).components.triggerer;
  expect(folders).toEqual([folder('/b/', 'sized', '1000', 'Memory'), folder('/a', 'none')]);
});
