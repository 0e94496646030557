import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../../src/agent/lens/read-settings.ts';
import { changesFor, treesOf, writeSettings } from '../../../src/agent/lens/write-settings.ts';
import type { Settings } from '../../../src/agent/settings.ts';
import { anySettings } from './any-settings.ts';
import { allDocuments } from './samples.ts';

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
    expect(changesFor(treesOf(documents), settings)).toEqual([]);
    expect(writeSettings(documents, settings)).toEqual({ documents, refused: [] });
  });

  test('what is set is what is read, and setting it again changes nothing', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const written = writeSettings(documents, settings);
        // Anchors that lines share may stand in the way, and nothing else.
        if (name !== 'quirks.yaml') expect(written.refused).toEqual([]);
        if (written.refused.length > 0) return;
        expect(read(written.documents)).toEqual(ordered(settings));
        expect(writeSettings(written.documents, settings).documents).toEqual(written.documents);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
