import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import { applyFix } from '../../../src/agent/assess/fix.ts';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import type { Fix } from '../../../src/agent/rules/finding.ts';
import { parseTree } from '../../../src/yaml/parse-tree.ts';
import { changedData } from '../../../src/yaml/plain-data.ts';
import { dataOf } from '../../../src/yaml/value.ts';
import { namespaceText } from '../rules/base.ts';
import { sharedValues } from './shared-values.ts';

vi.setConfig({ testTimeout: 120_000 });

const around = (values: string): Documents => ({ values, namespace: namespaceText() });

const read = ({ values }: Documents): unknown => {
  const { root } = parseTree(values);
  return root && dataOf(root);
};

/** What the data would be if the fix were made in it, not in the text. */
function inData(data: unknown, { changes }: Fix): unknown {
  return changes.reduce((before, { change }) => changedData(before, change), data);
}

const comments = (text: string) => text.match(/^ *# note \d+$/gm) ?? [];

describe('fixes of values that are shared', () => {
  it('are right where they are offered, one by one', () => {
    fc.assert(
      fc.property(sharedValues, (values) => {
        const documents = around(values);
        const result = assess(documents);
        if (!result.ok) throw new Error(result.problems[0]?.problem.message);
        for (const { fix } of result.assessment.problems) {
          if (fix === undefined) continue;
          const { documents: after, refused } = applyFix(documents, fix);
          expect(refused, fix.title).toEqual([]);
          expect(read(after), fix.title).toEqual(inData(read(documents), fix));
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it('are all made at once, and a second time changes nothing', () => {
    fc.assert(
      fc.property(sharedValues, (values) => {
        const documents = around(values);
        const { documents: after, left, refused } = fixEverything(documents);
        expect(refused).toEqual([]);
        expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
        expect(comments(after.values)).toEqual(comments(values));
        expect(fixEverything(after)).toMatchObject({ documents: after, applied: 0 });
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});
