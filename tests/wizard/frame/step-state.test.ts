import { expect, test } from 'vitest';
import type { Assessment, Verdict } from '../../../src/agent/assess/assessment.ts';
import { missingIn } from '../../../src/agent/assess/missing.ts';
import type { Effect } from '../../../src/agent/rules/finding.ts';
import { stepState } from '../../../src/wizard/frame/step-state.ts';
import { leftHead } from '../../../src/wizard/review/left/what-is-left.ts';
import { assessed, changed, set } from '../../agent/rules/base.ts';

test('the components are not called fine while their pods are rejected for another step', () => {
  const assessment = assessed(changed(set(['podSecurityContext', 'seccompProfile'], null)));
  expect(assessment.problems.some(({ step }) => step === 'components')).toBe(false);
  expect(stepState('components', assessment)).toEqual({ tone: 'rejected', words: 'See step 2' });
  expect(stepState('review', assessment).tone).toBe('rejected');
});

test('a file without problems is fine on every step', () => {
  const assessment = assessed(changed());
  for (const step of ['namespace', 'security', 'components'] as const) {
    expect(stepState(step, assessment)).toEqual({ tone: 'admitted', words: 'Fine' });
  }
});

/** A judged file with as many pods and problems as are asked for. */
function withState(
  verdicts: readonly Verdict[],
  effects: readonly Effect[] = [],
  pods: readonly string[] = [],
): Assessment {
  const assessment = assessed(changed());
  const [pod] = assessment.pods;
  const [problem] = assessed(changed(set(['podSecurityContext', 'seccompProfile'], null))).problems;
  if (pod === undefined || problem === undefined) throw new RangeError('nothing to go by');
  return {
    ...assessment,
    pods: verdicts.map((verdict) => ({ ...pod, verdict })),
    problems: effects.map((effect) => ({ ...problem, effect, pods })),
  };
}

test.each([
  [withState(['rejected', 'rejected', 'unknown']), 'rejected', '2 pods rejected'],
  [withState(['unknown'], ['rejected']), 'rejected', 'Not ready'],
  [withState([]), 'fails', 'No pods'],
  [withState(['unknown', 'fails']), 'fails', '1 pod unknown'],
  [withState(['fails']), 'fails', '1 pod fails'],
  [withState(['fails', 'fails']), 'fails', '2 pods fail'],
  [withState(['admitted'], ['fails']), 'fails', 'Not ready'],
  [withState(['admitted'], ['warned'], ['a']), 'advice', '1 warning left'],
  [withState(['admitted'], ['advice'], ['a']), 'admitted', 'Ready'],
] as const)('Review says the worst that is left: %#', (assessment, tone, words) => {
  const answers = { decided: [], later: missingIn(assessment).map(({ id }) => id) };
  expect(stepState('review', assessment, answers)).toEqual({ tone, words });
  const head = leftHead({ assessment, unread: [], answers });
  expect(head.tone).toBe(tone);
  expect(head.title.startsWith('Ready')).toBe(words === 'Ready');
});
