import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../src/agent/assess/assess.ts';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import { append, assessed, changed, namespaceText, remove, set } from '../rules/base.ts';

const softened = changed(remove(['podSecurityContext', 'seccompProfile']));

describe('problems', () => {
  it('are one for all pods that one fix repairs', () => {
    const { problems } = assessed(softened);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      id: 'seccompProfile_restricted.podSecurityContext.seccompProfile',
      effect: 'rejected',
      pods: ['worker/w', 'dag-processor', 'triggerer'],
      path: ['podSecurityContext', 'seccompProfile'],
      step: 'security',
      fix: { title: 'Add seccompProfile: RuntimeDefault' },
    });
    expect(problems[0]?.findings).toHaveLength(3);
  });

  it('are one for each volume, since each is decided by itself', () => {
    const { problems } = assessed(
      changed(
        append(['workers', 0, 'volumes'], { name: 'a', hostPath: { path: '/x' } }),
        append(['workers', 0, 'volumes'], { name: 'b', nfs: { server: 'files', path: '/x' } }),
      ),
    );
    const bad = problems.filter(({ effect }) => effect === 'rejected');
    expect(bad.map(({ message, fix }) => [message, fix])).toEqual([
      ['volume "a" uses restricted volume type "hostPath"', undefined],
      ['volume "b" uses restricted volume type "nfs"', undefined],
    ]);
  });

  it('of audit and warn alone are warnings, which Fix everything repairs as well', () => {
    const enforce = { 'pod-security.kubernetes.io/enforce': 'baseline' };
    const documents = { ...softened, namespace: namespaceText('agents', enforce) };
    const assessment = assessed(documents);
    expect(assessment.problems.map(({ effect, rule }) => [effect, rule])).toEqual([
      ['warned', 'seccompProfile_restricted'],
      ['advice', 'namespace-labels'],
    ]);
    expect(assessment.pods.map(({ verdict }) => verdict)).not.toContain('rejected');
    expect(standingOf(assessment)).toBe('admitted');
    expect(fixEverything(documents)).toMatchObject({ applied: 1, left: [] });
  });

  it('that concern no single pod count for the whole', () => {
    expect(standingOf(assessed(changed(set(['createNamespace'], true))))).toBe('fails');
    expect(standingOf(assessed(changed(set(['namespace'], 'other'))))).toBe('rejected');
    expect(standingOf(assessed(changed(set(['triggerer'], null))))).toBe('unknown');
    expect(standingOf(assessed(changed()))).toBe('admitted');
  });
});
