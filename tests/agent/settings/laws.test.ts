import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import { readSettings, treeData } from '../../../src/agent/settings/lens/read-settings.ts';
import { treesOf, writeSettings } from '../../../src/agent/settings/lens/write-settings.ts';
import type { Settings } from '../../../src/agent/settings/settings.ts';
import { defaultSettings } from '../../../src/share/default-settings.ts';
import { anySettings } from './any-settings.ts';
import { allDocuments, sample } from './samples.ts';

const read = (documents: Parameters<typeof treesOf>[0]) => readSettings(treesOf(documents));

/** Labels and annotations are mappings: keys that look like numbers come first. */
function ordered({ namespace, ...rest }: Settings): Settings {
  const sort = (rows: Settings['namespace']['labels']) =>
    Object.entries(Object.fromEntries(rows.map(({ key, value }) => [key, value]))).map(
      ([key, value]) => ({ key, value }),
    );
  return {
    ...rest,
    namespace: {
      ...namespace,
      labels: sort(namespace.labels),
      annotations: sort(namespace.annotations),
    },
  };
}

describe.each(allDocuments)('%s', (name, documents) => {
  test('writing what was read changes nothing', () => {
    const settings = read(documents);
    expect(writeSettings(documents, settings)).toEqual({ documents, refused: [] });
  });

  test('what is set is what is read, and setting it again changes nothing', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const written = writeSettings(documents, settings);
        // Anchors that lines share may stand in the way, and nothing else.
        if (name !== 'quirks.yaml') expect(written.refused).toEqual([]);
        if (written.refused.length > 0) {
          expect(written.documents).toEqual(documents);
          return;
        }
        expect(read(written.documents)).toEqual(ordered(settings));
        expect(writeSettings(written.documents, settings).documents).toEqual(written.documents);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

/** The parts of a values file that no setting is about. */
function others(documents: Documents): unknown {
  const values = treeData(treesOf(documents).values);
  if (typeof values !== 'object' || values === null) return values;
  const known = [
    'namespace',
    'podSecurityContext',
    'containerSecurityContext',
    'loggingSidecar',
    'workers',
    'dagProcessor',
    'triggerer',
    'sentinel',
  ];
  return Object.entries(values).filter(([key]) => !known.includes(key));
}

test('what no setting is about stays as it is', () => {
  const documents = sample('astro-ui-2x.yaml');
  fc.assert(
    fc.property(anySettings, (settings) => {
      expect(others(writeSettings(documents, settings).documents)).toEqual(others(documents));
    }),
    { numRuns: 20 },
  );
}, 60_000);

describe('never throws', () => {
  test.each(readdirSync('tests/samples/bad'))('on %s, and leaves it as it is', (name) => {
    const documents = sample(`bad/${name}`);
    const settings = read(documents);
    expect(writeSettings(documents, settings)).toEqual({ documents, refused: [] });
    expect(() => writeSettings(documents, defaultSettings())).not.toThrow();
  });

  test('on data of any shape', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), fc.json(), (a, b, c) => {
        const values = `{"podSecurityContext": ${a}, "workers": [${b}, ${c}], "dagProcessor": ${c},
          "triggerer": {"volumes": [${a}], "volumeMounts": ${b}, "containerSecurityContext": ${c}},
          "loggingSidecar": {"volumeMounts": [${a}, ${b}], "config": ${c}}}`;
        const documents = { values, namespace: `{"metadata": {"labels": ${a}, "name": ${b}}}` };
        const settings = read(documents);
        expect(writeSettings(documents, settings)).toEqual({ documents, refused: [] });
        writeSettings(documents, defaultSettings());
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
