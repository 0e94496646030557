import fc from 'fast-check';
import { type FieldPath, get } from 'react-hook-form';
import { describe, expect, expectTypeOf, it, test } from 'vitest';
import type { DocumentName, Documents } from '../../../../src/agent/documents/documents.ts';
import { readSettings, treeData } from '../../../../src/agent/settings/lens/read-settings.ts';
import { treesOf, writeSettings } from '../../../../src/agent/settings/lens/write-settings.ts';
import {
  fieldAt,
  placeOf,
  type Reading,
  stepOf,
} from '../../../../src/agent/settings/places/places.ts';
import { placeRows } from '../../../../src/agent/settings/places/rows.ts';
import type { SettingId } from '../../../../src/agent/settings/setting-id.ts';
import type { Settings } from '../../../../src/agent/settings/settings.ts';
import type { Path } from '../../../../src/yaml/path.ts';
import { anySettings } from '../any-settings.ts';
import { allDocuments, sample } from '../samples.ts';

function readingOf(documents: Documents): Reading {
  const trees = treesOf(documents);
  return { settings: readSettings(trees), values: treeData(trees.values) };
}

/** The ids of all settings and groups of them. */
function idsIn(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const id = prefix === '' ? key : `${prefix}.${key}`;
    return [id, ...idsIn(child, id)];
  });
}

const isLeaf = (value: unknown) => typeof value === 'string' || typeof value === 'boolean';

test('every setting has a row of its own', () => {
  const known = new Set<string>(placeRows.map(({ id }) => id));
  fc.assert(
    fc.property(anySettings, (settings) => {
      const leaves = idsIn(settings).filter((id) => isLeaf(get(settings, id)));
      const templates = leaves.map((id) => id.replace(/(?<=\.)\d+(?=\.|$)/g, '#'));
      expect(templates.filter((id) => !known.has(id))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

describe('the field of a place of a field is at that place', () => {
  test.each(allDocuments)('in %s, with any settings written into it', (_, documents) => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const written = writeSettings(documents, settings).documents;
        const reading = readingOf(written);
        for (const id of idsIn(reading.settings)) {
          const place = placeOf(id, reading);
          const back = place && fieldAt(place.document, place.path, reading);
          // What the files do not hold has its place in the group that it would be in.
          const group = back && placeOf(back.field, reading);
          expect(
            group && { id, ...group },
            `${id} ${JSON.stringify(place)} ${back?.field}`,
          ).toEqual(place && { id, ...place });
        }
      }),
      { numRuns: 10 },
    );
  });
});

const documents = sample('team-edited.yaml');
const reading = readingOf(documents);

type PlaceCase = readonly [id: string, document: DocumentName, path: Path, back?: string];

function rows(cases: readonly PlaceCase[]) {
  return cases.map(([id, document, path, back]) => ({
    id,
    document,
    path,
    ...(back === undefined ? {} : { back }),
  }));
}

/** `id` is where its place leads back to, unless another field is named. */
describe('placeOf and fieldAt', () => {
  it.each<{ id: string; document: DocumentName; path: Path; back?: string }>(
    rows([
      ['namespace.name', 'namespace', ['metadata', 'name']],
      [
        'namespace.warn.version',
        'namespace',
        ['metadata', 'labels', 'pod-security.kubernetes.io/warn-version'],
      ],
      ['namespace.annotations', 'namespace', ['metadata', 'annotations']],
      ['namespace.createNamespace', 'values', ['createNamespace']],
      ['security.pod', 'values', ['podSecurityContext']],
      ['security.pod.runAsUser', 'values', ['podSecurityContext', 'runAsUser']],
      [
        'security.pod.seccompProfile.localhostProfile',
        'values',
        ['podSecurityContext', 'seccompProfile', 'localhostProfile'],
      ],
      [
        'security.container.capabilities.addNetBindService',
        'values',
        ['containerSecurityContext', 'capabilities', 'add'],
      ],
      ['security.sentinel.enabled', 'values', ['sentinel', 'enabled']],
      ['security.sentinel.pod.fsGroup', 'values', ['sentinel', 'podSecurityContext', 'fsGroup']],
      ['components.workers.1.name', 'values', ['workers', 1, 'name']],
      ['components.workers.0.folders', 'values', ['workers', 0, 'volumeMounts']],
      ['components.workers.0.volumes', 'values', ['workers', 0, 'volumes']],
      ['components.workers.0.extraContainers.1', 'values', ['workers', 0, 'extraContainers', 1]],
      [
        'components.workers.1.override.pod.runAsUser',
        'values',
        ['workers', 1, 'podSecurityContext', 'runAsUser'],
      ],
      [
        'components.dagProcessor.override.container.capabilities.dropAll',
        'values',
        ['dagProcessor', 'containerSecurityContext', 'capabilities', 'drop'],
      ],
      ['components.triggerer.override', 'values', ['triggerer'], 'components.triggerer'],
      ['sidecar.enabled', 'values', ['loggingSidecar', 'enabled']],
      [
        'sidecar.container.readOnlyRootFilesystem',
        'values',
        ['loggingSidecar', 'securityContext', 'readOnlyRootFilesystem'],
      ],
      ['sidecar.logsPath', 'values', ['loggingSidecar', 'volumeMounts']],
    ]),
  )('$id', ({ id, document, path, back = id }) => {
    expect(placeOf(id)).toEqual({ document, path });
    expect(fieldAt(document, path)?.field).toBe(back);
  });

  it.each<readonly [DocumentName, Path, string, string]>([
    ['values', ['namespace'], 'namespace.name', 'name'],
    ['values', ['podSecurityContext', 'sysctls', 0], 'security.pod', 'pod context'],
    ['values', ['sentinel', 'image'], 'security.sentinel', 'Sentinel'],
    [
      'values',
      ['workers', 1, 'podSecurityContext', 'runAsUser'],
      'components.workers.1.override.pod.runAsUser',
      'worker heavy, user',
    ],
    ['values', ['workers', 0, 'resources', 'limits'], 'components.workers.0', 'worker default'],
    ['values', ['triggerer', 'name'], 'components.triggerer', 'triggerer'],
    [
      'namespace',
      ['metadata', 'labels', 'pod-security.kubernetes.io/warn'],
      'namespace.warn.level',
      'warn level',
    ],
  ])('%s %j is shown by %s', (document, path, field, words) => {
    expect(fieldAt(document, path, reading)).toEqual({ field, words });
    expect(stepOf(fieldAt(document, path)?.field ?? 'start.file')).toBe(field.split('.')[0]);
  });

  it.each<readonly [DocumentName, Path]>([
    ['values', ['logLevel']],
    ['values', ['constructor']],
    ['values', []],
    ['namespace', ['kind']],
    ['namespace', ['metadata']],
  ])('knows no field for %s %j', (document, path) => {
    expect(fieldAt(document, path, reading)).toBeUndefined();
  });

  it.each(['start.file', 'security', 'namespace', 'components.sentinel', ''])(
    'knows no one place for %j',
    (field) => {
      expect(placeOf(field, reading)).toBeUndefined();
    },
  );

  it('tells folders, rows and the sidecar’s mounts by what the files hold', () => {
    const values = `workers:
  - name: a
    volumes: [{ name: data, configMap: { name: x } }, 7, { name: tmp, emptyDir: {} }]
    volumeMounts: [{ name: data, mountPath: /d }, { name: tmp, mountPath: /tmp }]
loggingSidecar:
  enabled: true
  volumeMounts: [{ name: x, mountPath: /x }, { name: v, mountPath: /var/lib/vector }]
`;
    const namespace = 'metadata: { labels: { b: x, a: y } }\n';
    const given = readingOf({ values, namespace });
    const there: [string, DocumentName, Path][] = [
      [
        'components.workers.0.folders.0.path',
        'values',
        ['workers', 0, 'volumeMounts', 1, 'mountPath'],
      ],
      [
        'components.workers.0.folders.0.sizeLimit',
        'values',
        ['workers', 0, 'volumes', 2, 'emptyDir', 'sizeLimit'],
      ],
      ['namespace.labels.1.value', 'namespace', ['metadata', 'labels', 'a']],
      ['sidecar.dataVolume', 'values', ['loggingSidecar', 'volumeMounts', 1, 'name']],
    ];
    for (const [id, document, path] of there) {
      expect(placeOf(id, given)).toEqual({ document, path });
      expect(fieldAt(document, path, given)?.field).toBe(id);
    }
    expect(fieldAt('values', ['workers', 0, 'volumeMounts', 0, 'mountPath'], given)?.field).toBe(
      'components.workers.0.folders',
    );
  });
});

test('ids are those of the form', () => {
  expectTypeOf<SettingId>().toEqualTypeOf<FieldPath<Settings>>();
});
