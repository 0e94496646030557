import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agentShape } from '../../src/agent/documents/agent-shape.ts';
import { importText } from '../../src/agent/documents/import-document.ts';
import { starter } from '../../src/agent/starter/starter.ts';
import { recognise } from '../../src/sources/recognise.ts';
import { dataOf } from '../../src/yaml/value.ts';
import { runs, timeout } from '../yaml/runs.ts';
import { sourceCases } from './cases.ts';

const samples = ['tests/samples', 'tests/samples/bad'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8').slice(0, 6000)),
);

/** Values of the agent's, files that are none, and broken ones. */
const texts = [
  ...samples,
  starter().values,
  starter().namespace,
  ...sourceCases.map(({ text }) => text),
];

const line = fc.constantFrom(
  ...new Set(texts.flatMap((text) => text.split('\n').filter((one) => one.length < 120))),
);
const odd = fc.constantFrom(
  '{{ .Values.a }}',
  '{{- end }}',
  '---',
  '...',
  '\t',
  '"',
  '&a *a',
  '<<: *a',
  '- ',
  '# ',
  '  ',
  'apiVersion: v1',
  'kind: Namespace',
  'resourceNamePrefix: a',
  'workers: [{}]',
  'sops: {mac: a}',
  'resource "a" "b" {',
  '\uFEFF',
  '\u0000',
);

/** One change of a text, line by line. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('cut', 'insert', 'replace', 'indent', 'glue', 'prefix'),
  line: fc.oneof(line, odd),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutated(text: string, mutations: readonly Mutation[]): string {
  const lines = text.split('\n');
  for (const { at, how, line: other } of mutations) {
    const index = Math.floor(at * lines.length);
    const own = lines[index] ?? '';
    if (how === 'cut') lines.splice(index, 1);
    else if (how === 'insert') lines.splice(index, 0, other);
    else if (how === 'replace') lines[index] = other;
    else if (how === 'indent') lines[index] = `  ${own}`;
    else if (how === 'glue') lines[index] = own + other;
    else lines[index] = other + own;
  }
  return lines.join('\n');
}

const mutatedText = fc
  .tuple(fc.constantFrom(...texts), fc.array(mutation, { maxLength: 4 }))
  .map(([text, mutations]) => mutated(text, mutations));

/** The keys that only the agent's chart has, found without reading YAML: a line of their own. */
const ownKey =
  /(?:^|[{,\s"'])(?:astroDeploymentAPIURL|dagBundleConfigList|resourceNamePrefix|agentToken\w*|sentinelAuthSecret\w*|xcomBackend|loggingSidecar|stateStoreBackend|workers)["']?\s*:/m;

test(
  'nothing is taken for values that has none of the agent’s keys, and nothing throws',
  () => {
    fc.assert(
      fc.property(mutatedText, (text) => {
        const found = recognise(text, agentShape);
        const read = importText(text);
        expect(read.ok).toBe(found.kind === 'values' || found.kind === 'namespace');
        if (!read.ok) {
          const { message, remedy, range } = read.problem;
          expect(message).not.toBe('');
          expect(remedy).not.toBe('');
          expect(range.offset + range.length).toBeLessThanOrEqual(text.length);
          return;
        }
        if (read.document === 'values') expect(text).toMatch(ownKey);
        const { root } = read.tree;
        const data = root && dataOf(root);
        if (read.document === 'namespace') expect(data).toMatchObject({ kind: 'Namespace' });
      }),
      { numRuns: runs(10_000) },
    );
  },
  timeout,
);

test(
  'forcing opens nothing but a mapping',
  () => {
    fc.assert(
      fc.property(mutatedText, (text) => {
        const found = recognise(text, agentShape);
        const forced = recognise(text, agentShape, 'values');
        expect(forced.kind).toBe(found.kind === 'unrecognised' ? 'values' : found.kind);
      }),
      { numRuns: runs(1_000) },
    );
  },
  timeout,
);
