import { describe, expect, test } from 'vitest';
import { type Settings, settingsSchema } from '../../../src/agent/settings/settings.ts';
import { defaultSettings } from '../../../src/share/default-settings.ts';

/** What the schema says of the starter's settings after a change: `path: message`. */
function problems(change: (settings: Settings) => void): string[] {
  const settings = structuredClone(defaultSettings());
  change(settings);
  const { error } = settingsSchema.safeParse(settings);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('refuses', () => {
  type Row = readonly [string, (settings: Settings) => void, string];
  const folder = { path: '/tmp', volume: 'x', sizeLimit: '', medium: '' } as const;
  const rows: readonly Row[] = [
    [
      'an ID with a leading zero',
      ({ security }) => {
        security.pod.runAsUser = '007';
      },
      'security.pod.runAsUser: Enter a whole number from 0 to 2147483647, or leave it empty.',
    ],
    [
      'an ID that is too large',
      ({ security }) => {
        security.pod.runAsUser = '2147483648';
      },
      'security.pod.runAsUser: Enter a whole number from 0 to 2147483647, or leave it empty.',
    ],
    [
      'Localhost without its profile',
      ({ security }) => {
        security.pod.seccompProfile.type = 'Localhost';
      },
      'security.pod.seccompProfile.localhostProfile: Enter the profile’s path on the node, such as profiles/agent.json.',
    ],
    [
      'two folders with one path, the slash at its end aside',
      ({ components }) => {
        components.triggerer.folders = [folder, { ...folder, path: '/tmp/' }];
      },
      'components.triggerer.folders.1.path: Another row has this path already.',
    ],
    [
      'two sizes of one volume',
      ({ components }) => {
        components.triggerer.folders = [folder, { ...folder, path: '/x', sizeLimit: '1Gi' }];
      },
      'components.triggerer.folders.1.sizeLimit: The folder /tmp is on this volume too: give both the same size and medium.',
    ],
    [
      'two workers of one name',
      ({ components }) => {
        components.workers = [...components.workers, ...components.workers];
      },
      'components.workers.1.name: Another worker has this name already.',
    ],
    [
      'two labels of one key',
      ({ namespace }) => {
        namespace.labels = [
          { key: 'a', value: '' },
          { key: 'a', value: '' },
        ];
      },
      'namespace.labels.1.key: Another row has this key already.',
    ],
    [
      'a label that the levels are for',
      ({ namespace }) => {
        namespace.labels = [{ key: 'pod-security.kubernetes.io/warn-version', value: 'v1.30' }];
      },
      'namespace.labels.0.key: Set this label with the levels above.',
    ],
    [
      'control characters',
      ({ sidecar }) => {
        sidecar.config = 'a: \u0000';
      },
      'sidecar.config: Leave out control characters.',
    ],
    [
      'half a character',
      ({ components }) => {
        for (const worker of components.workers) worker.queues = '\ud83d';
      },
      'components.workers.0.queues: Leave out control characters.',
    ],
  ];

  test.each(rows)('%s', (_, change, expected) => {
    expect(problems(change)).toEqual([expected]);
  });
});

test('takes what the platform assigns, line breaks in texts, and folders that share a volume', () => {
  expect(
    problems(({ security, sidecar, components, namespace }) => {
      security.pod.runAsUser = 'platform';
      sidecar.config = 'a:\r\n\tb 🚢\n';
      namespace.annotations = [{ key: 'a', value: 'one\ntwo' }];
      components.triggerer.folders = ['/a', '/b'].map((path) => ({
        path,
        volume: 'x',
        sizeLimit: '1Gi',
        medium: 'Memory',
      }));
    }),
  ).toEqual([]);
});
