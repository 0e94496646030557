import { describe, expect, test } from 'vitest';
import type { Settings } from '../../../src/agent/settings/settings.ts';
import { duplicateWorker, newWorker } from '../../../src/agent/settings/worker-actions.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { edited, readValues } from './tables.ts';

const three = `workers:
  # the first
  - name: a
    queues: default
    resources: {limits: {cpu: 1}}  # small
  # the second
  - name: b
    replicas: 2
    env:
      - {name: X, value: "1"}
  # the third
  - name: c
    queues: long
`;

type Row = readonly [
  what: string,
  before: string,
  change: (settings: Settings) => void,
  after: string,
];

const rows: readonly Row[] = [
  [
    'removing the second of three takes its lines, and no comment',
    three,
    ({ components }) => {
      components.workers.splice(1, 1);
    },
    `workers:
  # the first
  - name: a
    queues: default
    resources: {limits: {cpu: 1}}  # small
  # the second
  # the third
  - name: c
    queues: long
`,
  ],
  [
    'renaming one changes its name alone',
    three,
    ({ components }) => {
      for (const worker of components.workers) if (worker.name === 'b') worker.name = 'heavy';
    },
    three.replace('name: b', 'name: heavy'),
  ],
  [
    'queues and replicas are set, and taken out when empty',
    three,
    ({ components: { workers } }) => {
      for (const worker of workers) {
        worker.queues = worker.name === 'a' ? '' : worker.queues;
        worker.replicas = worker.name === 'b' ? '' : '3';
      }
    },
    `workers:
  # the first
  - name: a
    resources: {limits: {cpu: 1}}  # small
    replicas: 3
  # the second
  - name: b
    env:
      - {name: X, value: "1"}
  # the third
  - name: c
    queues: long
    replicas: 3
`,
  ],
  [
    'renaming one while another goes keeps what is theirs',
    three,
    ({ components }) => {
      components.workers.splice(0, 1);
      for (const worker of components.workers) if (worker.name === 'c') worker.name = 'd';
    },
    `workers:
  # the first
  # the second
  - name: b
    replicas: 2
    env:
      - {name: X, value: "1"}
  # the third
  - name: d
    queues: long
`,
  ],
  [
    'a worker that moves to the end takes its data along',
    'workers:\n  - name: a\n    env: [{name: X, value: "1"}]\n  - name: b\n',
    ({ components }) => {
      components.workers.reverse();
    },
    'workers:\n  - name: b\n  - name: a\n    env:\n      - name: X\n        value: "1"\n',
  ],
  [
    'a new worker is complete',
    'image: i\nworkers:\n  - name: worker\n',
    ({ components }) => {
      components.workers.push(newWorker(components.workers));
    },
    `image: i
workers:
  - name: worker
  - name: worker-2
    queues: default
    replicas: 1
    syncSlots: 20
    resources:
      limits:
        cpu: "1"
        memory: 2Gi
        ephemeral-storage: 1Gi
      requests:
        cpu: "1"
        memory: 2Gi
        ephemeral-storage: 1Gi
    hpa:
      enabled: false
    terminationGracePeriodSeconds: 600
    volumes:
      - name: tmp
        emptyDir: {}
      - name: task-logs
        emptyDir: {}
    volumeMounts:
      - name: tmp
        mountPath: /tmp  # the agent keeps its socket file here
      - name: task-logs
        mountPath: /usr/local/airflow/logs  # task logs; if Airflow logs elsewhere, mount that folder instead
`,
  ],
];

test.each(rows)('%s', (_, before, change, after) => {
  expect(edited(before, change)).toBe(after);
});

test('a new worker declares what the sidecar mounts, and takes the image of an old-shape file', () => {
  const values = `loggingSidecar:
  enabled: true
  volumeMounts: [{name: vector-data, mountPath: /var/lib/vector}]
workers:
  - name: a
    image: old:1
    volumes: [{name: vector-data, emptyDir: {sizeLimit: 1Gi}}]
`;
  const after = edited(values, ({ components }) => {
    components.workers.push({ ...newWorker(components.workers), folders: [] });
  });
  expect(after).toContain('    image: old:1\n    resources:');
  expect(after.slice(after.indexOf('    volumes:\n'))).toBe(
    '    volumes:\n      - name: vector-data\n        emptyDir:\n          sizeLimit: 1Gi\n    volumeMounts: []\n',
  );
});

describe('duplicating a worker', () => {
  test('copies all that the file says of it, under a free name', () => {
    const { workers } = readValues(three).components;
    const documents = { ...starter(), values: three };
    const once = duplicateWorker(documents, 1, workers);
    expect(once.refused).toEqual([]);
    expect(once.documents.values).toBe(
      `${three}  - name: b-2\n    replicas: 2\n    env:\n      - name: X\n        value: "1"\n`,
    );
    const again = readValues(once.documents.values).components.workers;
    expect(newWorker(again).name).toBe('worker-2');
    expect(duplicateWorker(once.documents, 3, again).documents.values).toContain('name: b-3');
  });

  test('of which there is none changes nothing', () => {
    const documents = starter();
    expect(duplicateWorker(documents, 7, [])).toEqual({ documents, refused: [] });
  });
});

test('an item that is no mapping is a worker of which nothing is known', () => {
  const { workers } = readValues('workers: [just-a-string, ~, {name: 7}]\n').components;
  expect(workers.map(({ name }) => name)).toEqual(['', '', '7']);
});

test('workers as a mapping are none, and adding one is refused', () => {
  const values = 'workers:\n  a:\n    replicas: 1\n';
  expect(readValues(values).components.workers).toEqual([]);
  const after = edited(values, ({ components }) => {
    components.workers.push(newWorker([]));
  });
  expect(after).toMatch(/^workers:\n {2}a:\n {4}replicas: 1\nrefused: /);
});
