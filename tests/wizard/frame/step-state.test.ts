import { expect, test } from 'vitest';
import { stepState } from '../../../src/wizard/frame/step-state.ts';
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
