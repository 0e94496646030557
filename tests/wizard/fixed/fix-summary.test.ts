import { expect, test } from 'vitest';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import { kindsOf, pastTense, summaryOf } from '../../../src/wizard/fixed/fix-summary.ts';
import { assessed, changed, remove, set } from '../../agent/rules/base.ts';
import { everyFinding } from '../../every-finding/every-finding.ts';

test('the summary counts what was repaired, pods before and after, and lines', () => {
  const before = changed(
    remove(['podSecurityContext', 'seccompProfile']),
    set(['containerSecurityContext', 'allowPrivilegeEscalation'], true),
  );
  const outcome = fixEverything(before);
  const summary = summaryOf('security', before, outcome);
  const pods = assessed(before).pods.length;
  expect(summary).toMatchObject({
    step: 'security',
    repaired: 2,
    pods,
    admittedBefore: assessed(before).pods.filter(({ verdict }) => verdict === 'admitted').length,
    admittedAfter: pods,
    linesChanged: 3,
  });
  expect(summary.kinds.map(({ words }) => words).toSorted()).toEqual([
    'Added seccompProfile: RuntimeDefault',
    'Set allowPrivilegeEscalation: false',
  ]);
});

test.each([
  ['Add allowPrivilegeEscalation: false', 'Added allowPrivilegeEscalation: false'],
  ['Declare volume tmp', 'Declared volume tmp'],
  ['Drop ALL capabilities', 'Dropped ALL capabilities'],
  ['Set runAsUser: 50000', 'Set runAsUser: 50000'],
  ['Give the sidecar a folder', 'Gave the sidecar a folder'],
])('%s: %s', (title, told) => {
  expect(pastTense(title)).toBe(told);
});

test('the same done to several pods is one kind', () => {
  const { problems } = assessed(everyFinding);
  const [problem] = problems.filter(({ fix, pods }) => fix && pods.length === 1);
  const [pod] = problem?.pods ?? [];
  if (!problem?.fix || pod === undefined) throw new Error('No problem of one pod');
  const other = {
    ...problem,
    pods: ['worker/other'],
    message: problem.message.replaceAll(pod, 'worker/other'),
    fix: { ...problem.fix, title: problem.fix.title.replace(pod, 'worker/other') },
    findings: problem.findings.map((finding) => ({ ...finding, pod: 'worker/other' })),
  };
  const kinds = kindsOf([problem, other]);
  expect(kinds).toHaveLength(1);
  expect(kinds[0]?.words).toMatch(/, and 1 more like it$/);
  expect(kinds[0]?.pods).toEqual([pod, 'worker/other']);
});
