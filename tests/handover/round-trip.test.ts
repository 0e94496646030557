import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, standingOf } from '../../src/agent/assess/assess.ts';
import type { Assessment } from '../../src/agent/assess/assessment.ts';
import { agentShape } from '../../src/agent/documents/agent-shape.ts';
import type { Documents } from '../../src/agent/documents/documents.ts';
import { valueIn } from '../../src/agent/documents/plain.ts';
import { writeSettings } from '../../src/agent/settings/lens/write-settings.ts';
import { argo } from '../../src/handover/gitops/argo.ts';
import { flux } from '../../src/handover/gitops/flux.ts';
import { kustomize } from '../../src/handover/gitops/kustomize.ts';
import type { Output } from '../../src/handover/output.ts';
import { openHost } from '../../src/sources/open-host.ts';
import { recognise } from '../../src/sources/recognise.ts';
import { splitText } from '../../src/sources/split-text.ts';
import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf } from '../../src/yaml/value.ts';
import { anySettings } from '../agent/settings/any-settings.ts';
import { documentsWith, filesOf, inputOf, repairedInput, sample } from './inputs.ts';

/* Each form, opened again by this tool, is the install that it was made of. */

function assessmentOf(documents: Documents): Assessment {
  const result = assess(documents);
  if (!result.ok)
    throw new RangeError(result.problems.map(({ problem }) => problem.message).join());
  return result.assessment;
}

/** The values and the Namespace that this tool finds in the files of a form. */
function opened(texts: readonly string[]): Documents {
  const values: string[] = [];
  const namespaces: string[] = [];
  for (const { text } of texts.flatMap((one) => splitText(one))) {
    const found = recognise(text, agentShape);
    if (found.kind === 'namespace') namespaces.push(text);
    if (found.kind !== 'host') continue;
    const tree = parseTree(text);
    for (const { layers } of openHost(tree, found.host)) {
      for (const layer of layers) if (layer.kind === 'block') values.push(layer.view.text);
    }
    const managed = managedNamespace(tree.root && dataOf(tree.root));
    if (managed !== undefined) namespaces.push(managed);
  }
  expect([values.length, namespaces.length]).toEqual([1, 1]);
  const [first = ''] = values;
  const [namespace = ''] = namespaces;
  return { values: first, namespace };
}

/** The Namespace that Argo CD makes of what an Application says of it. */
function managedNamespace(data: unknown): string | undefined {
  const managed = valueIn(data, ['spec', 'syncPolicy', 'managedNamespaceMetadata']);
  if (managed === undefined || managed === null || typeof managed !== 'object') return undefined;
  const name = valueIn(data, ['spec', 'destination', 'namespace']);
  return JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...managed } });
}

/** What is said of an install, wherever its texts stand. */
function saidOf(assessment: Assessment) {
  const { settings, policy, pods, problems } = assessment;
  return {
    settings,
    policy,
    standing: standingOf(assessment),
    pods: pods.map(({ id, verdict, reasons }) => ({ id, verdict, reasons })),
    problems: problems.map(({ id, effect }) => ({ id, effect })),
  };
}

function expectSame(output: Output, documents: Documents): void {
  const made = output.make(inputOf(documents));
  const again = opened(filesOf(made).map(({ text }) => text));
  expect(saidOf(assessmentOf(again))).toEqual(saidOf(assessmentOf(documents)));
}

const forms = [[argo], [flux], [kustomize]] as const;
const samples = [
  'astro-ui-1x.yaml',
  'astro-ui-2x.yaml',
  'team-edited.yaml',
  'already-restricted.yaml',
  'crlf.yaml',
  'quirks.yaml',
];

describe.each(forms)('$title', (output) => {
  test.each(samples)('of %s as it is', (name) => {
    expectSame(output, documentsWith(sample(name)));
  });

  test.each(samples)('of %s after Fix everything', (name) => {
    const { now } = repairedInput(name);
    if (!now.ok) throw new RangeError('readable');
    expectSame(output, now.assessment.documents);
  });

  test('of any sample with any settings', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), anySettings, (name, settings) => {
        const { documents } = writeSettings(documentsWith(sample(name)), settings);
        // A name that no Namespace can have makes no form.
        fc.pre(output.make(inputOf(documents)).ok);
        expectSame(output, documents);
      }),
      { numRuns: 30 },
    );
  });
});
