import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssessmentResult, assess } from '../../../src/agent/assess/assess.ts';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import { assessLayers, fixLayers } from '../../../src/agent/assess/layered.ts';
import { starter } from '../../../src/agent/starter/starter.ts';
import { parseTree } from '../../../src/yaml/parse-tree.ts';
import { dataOf } from '../../../src/yaml/value.ts';
import { runs, timeout } from '../../yaml/runs.ts';
import { dataIn, layerings, mergeOrNone } from './overlays.ts';

const { namespace } = starter();

/** What is said of an install, whatever the words. */
function judged(result: AssessmentResult) {
  if (!result.ok) return result.problems.map(({ problem }) => problem.code);
  const { problems, pods } = result.assessment;
  return [
    ...problems
      .flatMap(({ findings }) => findings)
      .map(({ rule, effect, pod, path }) => JSON.stringify([rule, effect, pod, path]))
      .sort(),
    ...pods.map(({ id, verdict }) => `${id} ${verdict}`),
  ];
}

describe('an install of layers', () => {
  it('is judged as the one file that Helm merges them to', { timeout }, () => {
    fc.assert(
      fc.property(layerings, (layers) => {
        const values = mergeOrNone(layers);
        fc.pre(values !== undefined);
        const merged = JSON.stringify(dataIn(values));
        expect(judged(assessLayers({ values, namespace }))).toEqual(
          judged(assess({ values: merged, namespace })),
        );
      }),
      { numRuns: runs(60) },
    );
  });

  it('is repaired as that file is, or says which layer keeps it from being', { timeout }, () => {
    let repaired = 0;
    fc.assert(
      fc.property(layerings, (layers) => {
        const values = mergeOrNone(layers);
        fc.pre(values !== undefined);
        const before = assessLayers({ values, namespace });
        fc.pre(before.ok);
        const result = fixLayers({ values, namespace });
        const one = fixEverything({ values: JSON.stringify(dataIn(values)), namespace });
        const isHindered =
          result.refused.length > 0 ||
          result.left.some(({ message }) => /is in the way|no file can change/.test(message));
        if (!isHindered) {
          const { root } = parseTree(one.documents.values);
          expect(dataIn(result.documents.values)).toEqual(root && dataOf(root));
          expect(result.left.map(({ id }) => id)).toEqual(one.left.map(({ id }) => id));
          if (result.applied > 0) repaired += 1;
        }
        const again = fixLayers(result.documents);
        expect(again.applied).toBe(0);
        expect(again.documents.values).toBe(result.documents.values);
      }),
      { numRuns: runs(60) },
    );
    expect(repaired).toBeGreaterThan(10);
  });
});
