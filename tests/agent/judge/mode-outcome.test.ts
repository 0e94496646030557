import { describe, expect, test } from 'vitest';
import { modeOutcome } from '../../../src/agent/judge/mode-outcome.ts';
import { sample } from '../assess/samples.ts';
import { assessed, changed, namespaceText, remove, set } from '../rules/base.ts';

const labels = (levels: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(levels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]),
  );

function outcomes(values: string, levels: Readonly<Record<string, string>>) {
  const assessment = assessed({ values, namespace: namespaceText('agents', labels(levels)) });
  return {
    enforce: modeOutcome(assessment, 'enforce'),
    audit: modeOutcome(assessment, 'audit'),
    warn: modeOutcome(assessment, 'warn'),
  };
}

const all = ['worker/default-worker', 'dag-processor', 'triggerer', 'sentinel'];
const some = { checks: true, all: 4, refused: 0, unknown: 0 };

describe('what each mode does to the pods', () => {
  test('the same where the modes are the same', () => {
    const each = { ...some, breaking: all };
    expect(outcomes(sample('astro-ui-2x.yaml').values, {})).toEqual({
      enforce: each,
      audit: each,
      warn: each,
    });
  });

  test('each by its own level', () => {
    const levels = { enforce: 'baseline', audit: 'privileged' };
    expect(outcomes(sample('astro-ui-2x.yaml').values, levels)).toEqual({
      enforce: { ...some, breaking: [] },
      audit: { ...some, checks: false, breaking: [] },
      warn: { ...some, breaking: all },
    });
  });

  test('each by its own version', () => {
    const path = ['containerSecurityContext', 'capabilities'];
    const { values } = changed(remove(path));
    expect(outcomes(values, { 'enforce-version': 'v1.21' })).toEqual({
      enforce: { ...some, breaking: [] },
      audit: { ...some, breaking: ['worker/w', 'dag-processor', 'triggerer'] },
      warn: { ...some, breaking: ['worker/w', 'dag-processor', 'triggerer'] },
    });
  });

  test('a pod that cannot be judged is never counted as in order', () => {
    const { values } = changed(set(['podSecurityContext', 'runAsUser'], 'root'));
    expect(outcomes(values, { warn: 'privileged' })).toEqual({
      enforce: { ...some, breaking: [], unknown: 3 },
      audit: { ...some, breaking: [], unknown: 3 },
      warn: { ...some, checks: false, breaking: [], unknown: 0 },
    });
  });

  test('whose Deployment is refused is not asked for, and still breaks it', () => {
    const { values } = changed(
      remove(['podSecurityContext', 'seccompProfile']),
      set(['triggerer', 'replicas'], -1),
    );
    expect(outcomes(values, {}).enforce).toEqual({
      ...some,
      breaking: ['worker/w', 'dag-processor', 'triggerer'],
      refused: 1,
    });
  });

  test('what the API server refuses for other reasons is none of it', () => {
    const { values } = changed(set(['triggerer', 'volumeMounts', 0, 'name'], 'gone'));
    const assessment = assessed({ values, namespace: namespaceText() });
    expect(assessment.pods.map(({ verdict }) => verdict)).toContain('rejected');
    expect(modeOutcome(assessment, 'enforce').breaking).toEqual([]);
  });
});
