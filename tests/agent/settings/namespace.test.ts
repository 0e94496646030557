import { describe, expect, test } from 'vitest';
import { adoptNamespace } from '../../../src/agent/settings/lens/adopt-namespace.ts';
import { readSettings } from '../../../src/agent/settings/lens/read-settings.ts';
import { treesOf, writeSettings } from '../../../src/agent/settings/lens/write-settings.ts';
import type { NamespaceSettings } from '../../../src/agent/settings/settings.ts';
import { starter } from '../../../src/agent/starter/starter.ts';

const manifest = `apiVersion: v1
kind: Namespace
metadata:
  name: agents # ours
  labels:
    team: data
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: v1.30
    "7": seven
`;

function edited(namespace: string, change: (settings: NamespaceSettings) => void) {
  const documents = { values: 'namespace: agents\n', namespace };
  const settings = structuredClone(readSettings(treesOf(documents)));
  change(settings.namespace);
  return writeSettings(documents, settings).documents;
}

test('reads a manifest', () => {
  expect(readSettings(treesOf({ values: '', namespace: manifest })).namespace).toEqual({
    name: 'agents',
    enforce: { level: 'baseline', version: 'v1.30' },
    audit: { level: '', version: '' },
    warn: { level: '', version: '' },
    labels: [
      { key: '7', value: 'seven' },
      { key: 'team', value: 'data' },
    ],
    annotations: [],
  });
});

describe('writes', () => {
  type Row = readonly [string, (settings: NamespaceSettings) => void, string];
  const rows: readonly Row[] = [
    [
      'a level and its version',
      (next) => {
        next.enforce = { level: 'restricted', version: '' };
        next.warn = { level: 'restricted', version: 'latest' };
      },
      manifest
        .replace('baseline', 'restricted')
        .replace('    pod-security.kubernetes.io/enforce-version: v1.30\n', '')
        .concat(
          '    pod-security.kubernetes.io/warn: restricted\n    pod-security.kubernetes.io/warn-version: latest\n',
        ),
    ],
    [
      'a changed and a new label',
      (next) => {
        next.labels = [
          { key: '7', value: 'true' },
          { key: 'team', value: 'data' },
          { key: 'env', value: '1.10' },
        ];
      },
      `${manifest.replace('seven', '"true"')}    env: "1.10"\n`,
    ],
    [
      'labels without one',
      (next) => {
        next.labels = next.labels.filter(({ key }) => key !== 'team');
      },
      manifest.replace('    team: data\n', ''),
    ],
    [
      'annotations, which go with their mapping',
      (next) => {
        next.annotations = [{ key: 'example.com/owner', value: 'a: b' }];
      },
      `${manifest}  annotations:\n    example.com/owner: 'a: b'\n`,
    ],
  ];

  test.each(rows)('%s', (_, change, expected) => {
    expect(edited(manifest, change).namespace).toBe(expected.replace("'a: b'", '"a: b"'));
  });

  test('and takes the last annotation’s mapping out', () => {
    const annotated = `${manifest}  annotations:\n    a: b\n`;
    const { namespace } = edited(annotated, (next) => {
      next.annotations = [];
    });
    expect(namespace).toBe(manifest);
  });

  test('a new name into both files', () => {
    const { namespace, values } = edited(manifest, (next) => {
      next.name = 'prod';
    });
    expect(namespace).toBe(manifest.replace('name: agents', 'name: prod'));
    expect(values).toBe('namespace: prod\n');
  });
});

test('names that differ stay so until the name is changed', () => {
  const documents = { values: 'namespace: other\n', namespace: manifest };
  expect(writeSettings(documents, readSettings(treesOf(documents))).documents).toEqual(documents);
});

describe('the manifest adopts the name of a values file', () => {
  test('that has one', () => {
    const { namespace } = starter();
    const documents = adoptNamespace({ values: 'namespace: prod\n', namespace });
    expect(documents.namespace).toBe(namespace.replace('astro-agent-restricted', 'prod'));
    expect(adoptNamespace(documents)).toEqual(documents);
  });

  test.each(['a: 1\n', 'namespace: [x]\n', 'namespace: "\n'])('but not of %j', (values) => {
    const documents = { ...starter(), values };
    expect(adoptNamespace(documents)).toEqual(documents);
  });
});
