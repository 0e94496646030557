import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { choiceResult } from '../../../../src/agent/assess/decisions/choice-result.ts';
import { chooseById } from '../../../../src/agent/assess/decisions/choose.ts';
import type { Choice } from '../../../../src/agent/assess/decisions/decision.ts';
import { decisionOf } from '../../../../src/agent/assess/decisions/decision-of.ts';
import type { Documents } from '../../../../src/agent/documents/documents.ts';
import type { PlainValue } from '../../../../src/yaml/change.ts';
import { changeText } from '../../../../src/yaml/change-text.ts';
import { parseTree } from '../../../../src/yaml/parse-tree.ts';
import { changedData } from '../../../../src/yaml/plain-data.ts';
import { dataOf } from '../../../../src/yaml/value.ts';
import { assessed, cleanValues, namespaceText, set } from '../../rules/base.ts';

vi.setConfig({ testTimeout: 120_000 });

const names = ['tmp', 'task-logs', 'a', 'b'];
const name = fc.constantFrom(...names);
const source = fc.constantFrom<Record<string, PlainValue>>(
  { emptyDir: {} },
  { hostPath: { path: '/x' } },
  { nfs: { server: 's', path: '/x' } },
  { hostPath: { path: '/x' }, nfs: { server: 's', path: '/x' } },
  { configMap: { name: 'c' } },
);
const volumes = fc
  .array(fc.record({ name, source }), { maxLength: 3 })
  .map((all) => all.map((one) => ({ name: one.name, ...one.source })));
const mounts = fc.array(
  fc.record({ name, mountPath: fc.constantFrom('/tmp', '/usr/local/airflow/logs', '/x', '/y') }),
  { maxLength: 3 },
);
const ports = fc.array(
  fc.record(
    { containerPort: fc.constantFrom(8080, 9090), hostPort: fc.constantFrom(0, 8080, 9090) },
    { requiredKeys: ['containerPort'] },
  ),
  { maxLength: 2 },
);
const context = fc.constantFrom<PlainValue>(
  { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    seLinuxOptions: { user: 'u' },
  },
  {},
);
const container = fc.record({
  name: fc.constantFrom('one', 'two'),
  image: fc.constant('i:1'),
  volumeMounts: mounts,
  ports,
  securityContext: context,
});
const component = fc.record({
  volumes,
  volumeMounts: mounts,
  extraContainers: fc.array(container, { maxLength: 2 }),
  replicas: fc.integer({ min: 1, max: 3 }),
});

/** A file in which only a person can decide about much, in block and in flow style. */
const files: fc.Arbitrary<Documents> = fc
  .record({ worker: component, triggerer: component, sidecar: fc.boolean(), mounts })
  .map((given) => {
    const { text, refused } = changeText(cleanValues, [
      set(['workers', 0], { name: 'w', ...given.worker }),
      set(['triggerer'], given.triggerer),
      set(['loggingSidecar'], { enabled: given.sidecar, volumeMounts: given.mounts }),
      { op: 'remove', path: ['sentinel', 'enabled'] },
    ]);
    expect(refused).toEqual([]);
    return { values: text, namespace: namespaceText() };
  });

/** The verdicts after the choice was made in the data, and the whole file written anew. */
function verdictsInData({ values, namespace }: Documents, choice: Choice): Map<string, string> {
  const { root } = parseTree(values);
  const data = choice.changes.reduce<unknown>(
    (before, { change }) => changedData(before, change),
    root && dataOf(root),
  );
  const { pods } = assessed({ values: JSON.stringify(data), namespace });
  return new Map(pods.map(({ id, verdict }) => [id, verdict]));
}

const severity = ['rejected', 'unknown', 'fails', 'admitted', 'none'];

it('what a choice says comes of it is what the text after it is judged to be', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(files, (documents) => {
      const assessment = assessed(documents);
      for (const problem of assessment.problems) {
        const given = { claim: 'team-data' };
        for (const choice of decisionOf(assessment, problem, given)?.choices ?? []) {
          seen.add(`${problem.rule} ${choice.id}`);
          const result = choiceResult(assessment, problem, choice);
          const verdicts = verdictsInData(documents, choice);
          const pods = problem.pods.length > 0 ? problem.pods : ['sentinel'];
          const own = pods.map((pod) => verdicts.get(pod) ?? 'none');
          const worst = severity.find((one) => own.includes(one));
          expect(result?.verdict, choice.id).toBe(worst);
          const outcome = chooseById(documents, problem.id, choice.id, given.claim);
          if (choice.changes.length > 0) expect(outcome.state).toBe('made');
        }
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 20) },
  );
  // Lest nothing was decided: there are ten kinds in these files.
  expect(seen.size).toBeGreaterThan(6);
});

it('a choice touches only its own lines', () => {
  fc.assert(
    fc.property(files, (documents) => {
      const noted = {
        ...documents,
        values: documents.values
          .split('\n')
          .map((line, index) => (/^\s*- name: w$|^\S+:$/.test(line) ? `${line} # ${index}` : line))
          .join('\n'),
      };
      const assessment = assessed(noted);
      for (const problem of assessment.problems) {
        for (const choice of decisionOf(assessment, problem)?.choices ?? []) {
          if (choice.changes.length === 0) continue;
          const outcome = chooseById(noted, problem.id, choice.id, 'team-data');
          if (outcome.state !== 'made') throw new Error(outcome.state);
          const comments = (text: string) => text.match(/ # \d+$/gm) ?? [];
          expect(comments(outcome.documents.values)).toEqual(comments(noted.values));
          expect(outcome.documents.namespace).toBe(noted.namespace);
        }
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 10) },
  );
});
