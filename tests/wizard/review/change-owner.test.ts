import { expect, it } from 'vitest';
import { ownersIn } from '../../../src/wizard/review/changes/change-owner.ts';
import { fileDiff } from '../../../src/wizard/review/changes/file-diff.ts';
import { assessed, fixed, teamEdited } from './assessed.ts';

function owners(before: string, after: string) {
  const owner = ownersIn('values', assessed(after), assessed(before));
  return fileDiff(before, after).changes.map((change) => owner(change)?.words);
}

it('names the step or the pod that each change belongs to', () => {
  expect([...new Set(owners(teamEdited, fixed(teamEdited)))]).toEqual([
    'Namespace',
    'Security, for 4 pods',
    'Logging sidecar',
    'worker/default',
    'triggerer',
    'sentinel',
  ]);
});

const small = 'workers:\n  - name: a\n    replicas: 1\ntriggerer: {}\n';

it.each([
  [
    'one pod of the shared context',
    small,
    `podSecurityContext: {}\n${small}`,
    'Security, for 3 pods',
  ],
  ['what is gone', small, small.replace('    replicas: 1\n', ''), 'worker/a'],
  ['a comment alone', small, `# a remark\n${small}`, undefined],
])('%s', (_, before, after, words) => {
  expect(owners(before, after)).toEqual([words]);
});

it('says nothing of what is gone when the text as opened cannot be read', () => {
  const after = small.replace('    replicas: 1\n', '');
  const owner = ownersIn('values', assessed(after), undefined);
  expect(fileDiff(small, after).changes.map((change) => owner(change))).toEqual([undefined]);
});

it('leads to the field of a change', () => {
  const after = `podSecurityContext:\n  runAsUser: 5\n${small}`;
  const owner = ownersIn('values', assessed(after), undefined);
  expect(fileDiff(`podSecurityContext:\n${small}`, after).changes.map(owner)).toMatchObject([
    {
      step: 'security',
      field: 'security.pod.runAsUser',
      place: ['podSecurityContext', 'runAsUser'],
    },
  ]);
});
