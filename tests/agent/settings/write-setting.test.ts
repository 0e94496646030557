import fc from 'fast-check';
import { get } from 'react-hook-form';
import { describe, expect, test } from 'vitest';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import { changedSetting } from '../../../src/agent/settings/lens/changed-setting.ts';
import { readSettings } from '../../../src/agent/settings/lens/read-settings.ts';
import { writeSetting } from '../../../src/agent/settings/lens/write-setting.ts';
import { treesOf, writeSettings } from '../../../src/agent/settings/lens/write-settings.ts';
import type { SettingId } from '../../../src/agent/settings/setting-id.ts';
import { type Settings, settingsSchema } from '../../../src/agent/settings/settings.ts';
import { anySettings } from './any-settings.ts';
import { allDocuments } from './samples.ts';

const read = (documents: Documents) => readSettings(treesOf(documents));

/** Ids of settings, with the values that the schema takes for them, from other random settings. */
const ids = [
  'namespace.name',
  'namespace.enforce.level',
  'namespace.warn.version',
  'namespace.labels',
  'namespace.labels.0.value',
  'security.pod.runAsNonRoot',
  'security.pod.runAsUser',
  'security.pod.seccompProfile.type',
  'security.container.allowPrivilegeEscalation',
  'security.container.capabilities.dropAll',
  'security.sentinel.enabled',
  'security.sentinel.pod.fsGroup',
  'security.sentinel.container.capabilities.addNetBindService',
  'components.workers.0.name',
  'components.workers.1.queues',
  'components.workers.0.replicas',
  'components.workers.0.folders.0.path',
  'components.workers.0.folders',
  'components.workers.0.override.pod.runAsUser',
  'components.workers.1.override.container.readOnlyRootFilesystem',
  'components.dagProcessor.override.pod.seccompProfile.type',
  'components.dagProcessor.override',
  'components.triggerer.folders.0.sizeLimit',
  'sidecar.enabled',
  'sidecar.name',
  'sidecar.image',
  'sidecar.config',
  'sidecar.logsPath',
  'sidecar.dataVolume',
  'sidecar.container.capabilities.dropAll',
] as const satisfies readonly SettingId[];

function valid(settings: Settings): boolean {
  return settingsSchema.safeParse(settings).success;
}

describe('one setting is written with the bytes of all of them', () => {
  test.each(allDocuments)(
    '%s',
    (_, documents) => {
      let written = 0;
      fc.assert(
        fc.property(anySettings, anySettings, fc.constantFrom(...ids), (there, other, id) => {
          const present = writeSettings(documents, there).documents;
          const settings = read(present);
          const value: unknown = get(other, id);
          const before: unknown = get(settings, id);
          if (value === undefined || before === undefined) return;
          if (before === null || value === null) return;
          const next = changedSetting(settings, id, value);
          if (!valid(next)) return;
          written += 1;
          const one = writeSetting(present, settings, id, value);
          expect(one).toEqual(writeSettings(present, next));
        }),
        { numRuns: 50 },
      );
      expect(written).toBeGreaterThan(10);
    },
    60_000,
  );
});

test('a setting that says what the files say already is not written', () => {
  const documents = { values: 'loggingSidecar:\n  enabled: true\n', namespace: '' };
  const settings = read(documents);
  expect(writeSetting(documents, settings, 'sidecar.image', settings.sidecar.image)).toEqual({
    documents,
    refused: [],
  });
});

test.each<[SettingId, unknown]>([
  ['components.workers.7.name', 'x'],
  ['security.pod.runAsUser', 7],
  ['sidecar.enabled', 'on'],
])('%s does not take %j', (id, value) => {
  const documents = { values: '', namespace: '' };
  expect(() => writeSetting(documents, read(documents), id, value)).toThrow(RangeError);
});
