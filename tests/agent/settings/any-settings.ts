import fc from 'fast-check';
import { normalPath } from '../../../src/agent/chart/mount-path.ts';
import {
  type ContainerContextSettings,
  type ContextPairSettings,
  type FolderSettings,
  type PodContextSettings,
  type Settings,
  settingsSchema,
} from '../../../src/agent/settings/settings.ts';

/*
 * Random settings that the schema accepts. Names come from small pools, so that they meet those
 * in the files and each other.
 */

const label = fc.constantFrom('team', 'env', 'example.com/owner', 'a', '7', 'x_y');
const id = fc.constantFrom('', '0', '1000', '5000', '50000', '2147483647', 'platform');
const volume = fc.constantFrom('tmp', 'task-logs', 'logs', 'scratch', 'vector-data', 'cache');
const folderPath = fc.constantFrom('/tmp', '/tmp/', '/usr/local/airflow/logs', '/data', '/a b');
const workerName = fc.constantFrom(
  'default-worker',
  'default',
  'heavy',
  'worker-a',
  'reports',
  'x',
);

const pod: fc.Arbitrary<PodContextSettings> = fc.record({
  runAsNonRoot: fc.boolean(),
  runAsUser: id,
  runAsGroup: id,
  fsGroup: id,
  seccompProfile: fc.constantFrom(
    { type: '', localhostProfile: '' },
    { type: 'RuntimeDefault', localhostProfile: '' },
    { type: 'Unconfined', localhostProfile: '' },
    { type: 'Localhost', localhostProfile: 'profiles/agent.json' },
  ),
});

const container: fc.Arbitrary<ContainerContextSettings> = fc.record({
  allowPrivilegeEscalation: fc.boolean(),
  capabilities: fc.record({ dropAll: fc.boolean(), addNetBindService: fc.boolean() }),
  readOnlyRootFilesystem: fc.boolean(),
});

const pair: fc.Arbitrary<ContextPairSettings> = fc.record({ pod, container });

const folder: fc.Arbitrary<FolderSettings> = fc.record({
  path: folderPath,
  volume,
  sizeLimit: fc.constantFrom('', '1Gi', '500Mi', '1000'),
  medium: fc.constantFrom('', 'Memory'),
});

const folders = fc
  .uniqueArray(folder, { selector: ({ path }) => normalPath(path), maxLength: 4 })
  .map((rows) =>
    rows.map((row) => {
      const first = rows.find((other) => other.volume === row.volume) ?? row;
      return { ...row, sizeLimit: first.sizeLimit, medium: first.medium };
    }),
  );

const component = fc.record({ folders, override: fc.option(pair) });

const worker = fc
  .record({
    name: workerName,
    queues: fc.constantFrom('', 'default', 'a,b', 'yes', '7'),
    replicas: fc.constantFrom('', '0', '3'),
  })
  .chain((facts) => component.map((rest) => ({ ...facts, ...rest })));

const mode = fc.record({
  level: fc.constantFrom('', 'privileged', 'baseline', 'restricted'),
  version: fc.constantFrom('', 'latest', 'v1.30'),
});

const rows = (value: fc.Arbitrary<string>) =>
  fc.uniqueArray(fc.record({ key: label, value }), { selector: ({ key }) => key, maxLength: 4 });

const line = fc.string({ unit: 'grapheme', maxLength: 12 });

export const anySettings: fc.Arbitrary<Settings> = fc
  .record({
    namespace: fc.record({
      name: fc.constantFrom('a', 'astro-agent-restricted', 'true', '7'),
      enforce: mode,
      audit: mode,
      warn: mode,
      labels: rows(fc.constantFrom('', 'x', '1.0', 'true')),
      annotations: rows(fc.oneof(line, fc.constantFrom('# no comment', 'yes', 'a: b', '- x'))),
    }),
    security: fc.record({
      pod,
      container,
      sentinel: fc.record({ enabled: fc.constantFrom('', 'on', 'off'), pod, container }),
    }),
    components: fc.record({
      workers: fc.uniqueArray(worker, { selector: ({ name }) => name, maxLength: 4 }),
      dagProcessor: component,
      triggerer: component,
    }),
    sidecar: fc.record({
      enabled: fc.boolean(),
      name: fc.constantFrom('vector-logging-sidecar', 'vector'),
      image: fc.constantFrom('timberio/vector:0.45.0-debian', 'registry.example.com/vector:1'),
      container,
      logsPath: fc.constantFrom('', '/etc/airflow/logs', '/logs'),
      dataVolume: fc.constantFrom('', 'vector-data', 'checkpoints'),
      config: fc.oneof(
        fc.constantFrom(
          '',
          'data_dir: /var/lib/vector\n',
          'sources:\n  a:\n    type: file\n\n# end\n',
          'data_dir: /vector\nsinks: {}',
        ),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
      ),
    }),
  })
  .filter((settings) => settingsSchema.safeParse(settings).success);
