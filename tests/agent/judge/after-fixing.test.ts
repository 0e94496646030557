import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { type Base, type Setting, withSettings } from '../../../conformance/kube/bases.ts';
import { assess } from '../../../src/agent/assess/assess.ts';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import { mappingOf } from '../../../src/agent/documents/plain.ts';
import { faultText } from '../../../src/kube/faults.ts';
import { judgeDeployment, judgePod } from '../../../src/kube/judge.ts';
import { sample, sampleNames } from '../settings/samples.ts';

describe('after Fix everything the API server takes every Deployment', () => {
  it.each(sampleNames)('of %s', (name) => {
    const result = assess(fixEverything(sample(name)).documents);
    expect(result.ok).toBe(true);
    const pods = result.ok ? result.assessment.pods : [];
    expect(pods.flatMap(({ api }) => api.refused?.message ?? [])).toEqual([]);
  });
});

interface Line {
  readonly base: Base;
  readonly set: readonly Setting[];
}

test('of the pods of a Deployment that is taken it is said why they are refused', () => {
  const lines = readFileSync('tests/conformance/kube.jsonl', 'utf8').trimEnd().split('\n');
  let taken = 0;
  for (const line of lines) {
    const { base, set }: Line = JSON.parse(line);
    if (base !== 'deployment') continue;
    const object = withSettings(base, set);
    const { undecodable, faults, ofPods } = judgeDeployment(object);
    if (undecodable.length + faults.length > 0) continue;
    taken += 1;
    // By then it has a name and a service account.
    const template = mappingOf(mappingOf(mappingOf(object).spec).template);
    const spec = { serviceAccountName: 'default', ...mappingOf(template.spec) };
    const metadata = { ...mappingOf(template.metadata), name: 'agent-7c9d8b6f5-x2x7k' };
    const pod = judgePod({ metadata, spec });
    expect(pod.undecodable).toEqual([]);
    expect([line, ofPods.map(faultText)]).toEqual([line, pod.faults.map(faultText)]);
    const inTemplate = pod.faults.map(({ path }) => ['spec', 'template', ...path]);
    expect(ofPods.map(({ path }) => path)).toEqual(inTemplate);
  }
  expect(taken).toBeGreaterThan(100);
}, 60_000);
