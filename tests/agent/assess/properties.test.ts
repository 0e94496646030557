import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assess } from '../../../src/agent/assess/assess.ts';
import { applyFix } from '../../../src/agent/assess/fix.ts';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import { typeErrors } from '../../../src/agent/chart/schema/chart-schema.ts';
import { buildPods } from '../../../src/agent/judge/pods/build.ts';
import { reaches } from '../../../src/agent/judge/pods/reach.ts';
import { changeText } from '../../../src/yaml/change-text.ts';
import { assessed, cleanValues, namespaceText } from '../rules/base.ts';
import { sample } from './samples.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Values of any shape under the keys that the rules look at. */
const scalar = fc.oneof(
  fc.constantFrom(
    '',
    'tmp',
    'ALL',
    '/tmp',
    '/usr/local/airflow/logs',
    'w',
    '<x>',
    'RuntimeDefault',
  ),
  fc.boolean(),
  fc.constantFrom(0, 1, -1, 50000, 1.5, 80),
  fc.constant(null),
);
const keys = fc.constantFrom(
  ...['podSecurityContext', 'containerSecurityContext', 'securityContext', 'seccompProfile'],
  ...['type', 'capabilities', 'drop', 'add', 'runAsUser', 'runAsNonRoot', 'name', 'mountPath'],
  ...['volumes', 'volumeMounts', 'emptyDir', 'configMap', 'sizeLimit', 'env', 'value', 'enabled'],
  ...['initContainers', 'extraContainers', 'ports', 'containerPort', 'resources', 'limits', 'cpu'],
  ...['readOnlyRootFilesystem', 'allowPrivilegeEscalation', 'privileged', 'config', '__proto__'],
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', maxDepth: 6 },
    scalar,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
  ),
}));
const values = fc
  .dictionary(
    fc.constantFrom(
      ...['workers', 'dagProcessor', 'triggerer', 'sentinel', 'loggingSidecar', 'commonEnv'],
      ...['podSecurityContext', 'containerSecurityContext', 'namespace', 'image', 'other'],
    ),
    tree,
  )
  .map((data) => JSON.stringify(data));

describe('assess', () => {
  it('never throws, whatever the texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        assess({ values: one, namespace: namespaceText() });
        assess({ values: cleanValues, namespace: other });
      }),
    );
  });

  it('never throws on data of any shape, and calls no pod admitted that a wrong type touches', () => {
    fc.assert(
      fc.property(values, (text) => {
        const result = assess({ values: text, namespace: namespaceText() });
        if (!result.ok) return;
        const data = JSON.parse(text);
        const wrong = typeErrors(data);
        const all = new Map(buildPods(data).all.map((pod) => [pod.id, pod]));
        for (const { id, verdict } of result.assessment.pods) {
          const pod = all.get(id);
          if (pod === undefined) throw new Error(`No pod ${id}`);
          const isEnv = (path: readonly (string | number)[]) => path.at(-1) === 'value';
          const touched = wrong.some(({ path }) => !isEnv(path) && reaches(path, pod));
          if (touched) expect(['rejected', 'unknown']).toContain(verdict);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lists each problem under an id of its own, worst first', () => {
    fc.assert(
      fc.property(values, (text) => {
        const result = assess({ values: text, namespace: namespaceText() });
        if (!result.ok) return;
        const { problems, findings } = result.assessment;
        expect(new Set(problems.map(({ id }) => id)).size).toBe(problems.length);
        expect(problems.flatMap((problem) => problem.findings)).toHaveLength(findings.length);
        const order = ['rejected', 'fails', 'warned', 'advice'];
        const ranks = problems.map(({ effect }) => order.indexOf(effect));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });
});

/** What can be taken out of a file that has everything. */
const parts = [
  ['podSecurityContext'],
  ['podSecurityContext', 'seccompProfile'],
  ['podSecurityContext', 'runAsNonRoot'],
  ['containerSecurityContext', 'capabilities'],
  ['containerSecurityContext', 'allowPrivilegeEscalation'],
  ['workers', 0, 'volumes'],
  ['workers', 0, 'volumeMounts', 0],
  ['workers', 1, 'podSecurityContext', 'seccompProfile'],
  ['workers', 1, 'containerSecurityContext', 'capabilities', 'drop'],
  ['workers', 1, 'initContainers', 0, 'securityContext'],
  ['workers', 1, 'extraContainers', 0, 'securityContext', 'allowPrivilegeEscalation'],
  ['workers', 1, 'volumeMounts', 2],
  ['dagProcessor', 'volumeMounts'],
  ['dagProcessor', 'volumes'],
  ['triggerer', 'volumes', 1],
  ['triggerer', 'volumeMounts', 1],
  ['loggingSidecar', 'securityContext'],
  ['loggingSidecar', 'volumeMounts', 0],
  ['loggingSidecar', 'volumeMounts'],
  ['sentinel', 'podSecurityContext'],
  ['sentinel', 'containerSecurityContext', 'capabilities'],
  ['sentinel', 'volumes'],
] as const;
const whole = sample('already-restricted.yaml');
const softened = fc.subarray([...parts], { minLength: 1 }).map((paths) => {
  const changes = paths.map((path) => ({ op: 'remove', path }) as const);
  return { ...whole, values: changeText(whole.values, changes).text };
});

describe('fixing', () => {
  it('repairs all that has a fix, and a second time changes nothing', () => {
    fc.assert(
      fc.property(softened, (documents) => {
        const first = fixEverything(documents);
        const after = assessed(first.documents);
        expect(first.refused).toEqual([]);
        expect(first.left.filter(({ fix }) => fix !== undefined)).toEqual([]);
        expect(first.left.map(({ id }) => id)).toEqual(
          after.problems.filter(({ effect }) => effect !== 'advice').map(({ id }) => id),
        );
        const second = fixEverything(first.documents);
        expect(second.documents).toEqual(first.documents);
        expect(second.applied).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('never adds a rejected finding, and in any order comes to the same verdicts', () => {
    fc.assert(
      fc.property(softened, fc.infiniteStream(fc.nat()), (documents, picks) => {
        let current = documents;
        let rejected = Number.POSITIVE_INFINITY;
        for (let step = 0; step < 60; step += 1) {
          const { problems, findings } = assessed(current);
          const count = findings.filter(({ effect }) => effect === 'rejected').length;
          expect(count).toBeLessThanOrEqual(rejected);
          rejected = count;
          const open = problems.filter(({ effect, fix }) => effect !== 'advice' && fix);
          const pick = open[(picks.next().value ?? 0) % Math.max(open.length, 1)];
          if (pick?.fix === undefined) break;
          const { documents: after, refused } = applyFix(current, pick.fix);
          expect(refused).toEqual([]);
          expect(after.values).not.toBe(current.values);
          current = after;
        }
        const verdicts = (text: typeof documents) =>
          assessed(text).pods.map(({ id, verdict }) => `${id} ${verdict}`);
        expect(verdicts(current)).toEqual(verdicts(fixEverything(documents).documents));
      }),
      { numRuns: 25 },
    );
  });

  it('leaves no fix undone on data of any shape, or says what was in the way', () => {
    fc.assert(
      fc.property(values, (text) => {
        const documents = { values: text, namespace: namespaceText() };
        const { documents: after, left, refused } = fixEverything(documents);
        if (refused.length === 0) expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
        const again = fixEverything(after);
        expect(again.documents).toEqual(after);
      }),
      { numRuns: 100 },
    );
  });
});
