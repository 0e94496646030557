import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../src/agent/settings/lens/read-settings.ts';
import { treesOf } from '../../../src/agent/settings/lens/write-settings.ts';
import type { Settings } from '../../../src/agent/settings/settings.ts';
import { switchSidecarOff, switchSidecarOn } from '../../../src/agent/settings/sidecar-switch.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { contains } from '../starter/contains.ts';
import { step2, step3, step4 } from '../starter/guide.ts';
import { allDocuments, sample } from './samples.ts';
import { edited, readValues } from './tables.ts';

const pods = (volumes: string) => `workers:
  - name: a
    volumes: [${volumes}]
    volumeMounts: [{name: logs, mountPath: /usr/local/airflow/logs/}]
triggerer:
  volumes: [${volumes}]
`;

const base = `loggingSidecar:
  enabled: true
  volumeMounts:
    - name: logs
      mountPath: /logs
${pods('{name: logs, emptyDir: {}}')}`;

describe('reads', () => {
  test.each([
    ['the mount of the volume at the log folder', base, '/logs', ''],
    [
      'that of task-logs, if no pod mounts another there',
      'loggingSidecar:\n  volumeMounts: [{name: x, mountPath: /x}, {name: task-logs, mountPath: /y}]\n',
      '/y',
      '',
    ],
    ['none', 'loggingSidecar:\n  volumeMounts: [{name: x, mountPath: /x}]\n', '', ''],
    [
      'a log folder from the environment',
      `commonEnv: [{name: AIRFLOW__LOGGING__BASE_LOG_FOLDER, value: /var/airflow/}]
workers: [{name: a, volumeMounts: [{name: x, mountPath: /var/airflow}]}]
loggingSidecar: {volumeMounts: [{name: x, mountPath: /x}]}
`,
      '/x',
      '',
    ],
    [
      'the volume at data_dir',
      'loggingSidecar:\n  config: "data_dir: /d/"\n  volumeMounts: [{name: x, mountPath: /d}]\n',
      '',
      'x',
    ],
    [
      'the volume at data_dir of a config that is a mapping',
      'loggingSidecar:\n  config: {data_dir: /d}\n  volumeMounts: [{name: x, mountPath: /d}]\n',
      '',
      'x',
    ],
    [
      'the volume at Vector’s default, if it can be written',
      'loggingSidecar:\n  config: "data_dir: ["\n  volumeMounts: [{name: x, mountPath: /var/lib/vector}]\n',
      '',
      'x',
    ],
    [
      'no volume that is read-only there',
      'loggingSidecar:\n  volumeMounts: [{name: x, mountPath: /var/lib/vector, readOnly: true}]\n',
      '',
      '',
    ],
  ])('%s', (_, values, logsPath, dataVolume) => {
    expect(readValues(values).sidecar).toMatchObject({ logsPath, dataVolume });
  });

  test('a config that is a mapping as it is written', () => {
    const { config } = readValues(
      'loggingSidecar:\n  config:\n    data_dir: /d\n    sinks:\n      # one\n      a: 1\n',
    ).sidecar;
    expect(config).toBe('data_dir: /d\nsinks:\n  # one\n  a: 1');
  });
});

describe('writes', () => {
  type Row = readonly [string, string, (sidecar: Settings['sidecar']) => void, string];
  const rows: readonly Row[] = [
    [
      'another place for the logs',
      base,
      (sidecar) => {
        sidecar.logsPath = '/etc/airflow/logs';
      },
      base.replace('mountPath: /logs', 'mountPath: /etc/airflow/logs'),
    ],
    [
      'a mount of the volume that has the logs',
      base.replace(
        '    - name: logs\n      mountPath: /logs\n',
        '    - {name: x, mountPath: /x}\n',
      ),
      (sidecar) => {
        sidecar.logsPath = '/logs';
      },
      base.replace(
        '    - name: logs\n      mountPath: /logs\n',
        '    - {name: x, mountPath: /x}\n    - name: logs\n      mountPath: /logs  # the task logs; any folder that the config includes will do\n',
      ),
    ],
    [
      'a volume for Vector’s data, in every pod of the sidecar',
      base,
      (sidecar) => {
        sidecar.dataVolume = 'vector-data';
      },
      base
        .replace(
          'mountPath: /logs\n',
          'mountPath: /logs\n    - name: vector-data\n      mountPath: /var/lib/vector\n',
        )
        .replaceAll('emptyDir: {}}]', 'emptyDir: {}}, {name: vector-data, emptyDir: {}}]'),
    ],
    [
      'a config as a literal block, and the data at its data_dir',
      `loggingSidecar:
  config: ""
  volumeMounts:
    - name: v
      mountPath: /var/lib/vector
${pods('{name: v, emptyDir: {}}')}`,
      (sidecar) => {
        sidecar.config = 'data_dir: /v\nsinks: {}\n';
      },
      `loggingSidecar:
  config: |
    data_dir: /v
    sinks: {}
  volumeMounts:
    - name: v
      mountPath: /v
${pods('{name: v, emptyDir: {}}')}`,
    ],
    [
      'nothing to a config that is a mapping',
      'loggingSidecar:\n  config:\n    data_dir: /d\n',
      (sidecar) => {
        sidecar.config = 'data_dir: /e\n';
      },
      'loggingSidecar:\n  config:\n    data_dir: /d\nrefused: The configuration is written as keys here, not as text.\n',
    ],
    [
      'no mount while the config is being typed',
      `loggingSidecar:\n  config: "data_dir: /v"\n  volumeMounts: [{name: v, mountPath: /v}]\n`,
      (sidecar) => {
        sidecar.config = 'data_dir: [';
      },
      `loggingSidecar:\n  config: "data_dir: ["\n  volumeMounts: [{name: v, mountPath: /v}]\n`,
    ],
  ];

  test.each(rows)('%s', (_, before, change, after) => {
    expect(
      edited(before, ({ sidecar }) => {
        change(sidecar);
      }),
    ).toBe(after);
  });
});

describe('the switch', () => {
  test('on in the starter gives all of the guide’s YAML', () => {
    const { documents, refused } = switchSidecarOn(starter());
    expect(refused).toEqual([]);
    for (const step of [step2, step3, step4]) {
      expect(contains(load(documents.values), load(step))).toBe(true);
    }
    expect(readSettings(treesOf(documents)).sidecar).toMatchObject({
      enabled: true,
      logsPath: '/etc/airflow/logs',
      dataVolume: 'vector-data',
    });
  });

  test.each(allDocuments)('on and off in %s gives back every byte', (_, documents) => {
    const on = switchSidecarOn(documents);
    expect(on.refused).toEqual([]);
    const off = switchSidecarOff(on.documents, documents);
    expect(off.refused).toEqual([]);
    const wasOn = readSettings(treesOf(documents)).sidecar.enabled;
    const expected = wasOn
      ? documents.values.replace(/(loggingSidecar:\r?\n {2}enabled: )true/, '$1false')
      : documents.values;
    expect(off.documents).toEqual({ ...documents, values: expected });
  });

  test('on again brings the answers back', () => {
    const documents = sample('astro-ui-2x.yaml');
    const first = switchSidecarOn(documents).documents;
    const answers = {
      ...readSettings(treesOf(first)).sidecar,
      logsPath: '/somewhere',
      image: 'registry.example.com/vector:1',
      config: 'data_dir: /v\nsinks: {}\n',
    };
    const changed = switchSidecarOn(first, answers).documents;
    const off = switchSidecarOff(changed, documents).documents;
    expect(off).toEqual(documents);
    expect(switchSidecarOn(off, answers).documents).toEqual(changed);
  });

  test('off leaves a volume that something else mounts, and other changes', () => {
    const documents = sample('crlf.yaml');
    const on = switchSidecarOn(documents).documents;
    const edited = {
      ...on,
      values: on.values
        .replace('replicas: 1\r\n    syncSlots', 'replicas: 5\r\n    syncSlots')
        .replace(
          '    volumeMounts: []\r\n',
          '    volumeMounts: [{name: vector-data, mountPath: /v}]\r\n',
        ),
    };
    const off = switchSidecarOff(edited, documents).documents.values;
    expect(off).toContain('replicas: 5');
    expect(off.match(/name: vector-data/g)).toHaveLength(2);
    expect(off).toContain('loggingSidecar:\r\n  enabled: false\r\n');
  });
});
