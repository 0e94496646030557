import { describe, expect, it } from 'vitest';
import { kubernetesSays } from '../../../src/agent/judge/kubernetes-says.ts';
import type { Change } from '../../../src/yaml/change.ts';
import { assessed, changed, namespaceText, set } from '../rules/base.ts';

function says(
  changes: readonly Change[],
  levels: Readonly<Record<string, string>>,
  id = 'worker/w',
) {
  const labels = Object.fromEntries(
    Object.entries(levels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]),
  );
  const assessment = assessed({
    ...changed(...changes),
    namespace: namespaceText('agents', labels),
  });
  const pod = assessment.pods.find((one) => one.id === id);
  if (pod === undefined) throw new Error(`No pod ${id}`);
  return kubernetesSays(pod);
}

/** Replacing the global context it lacks two fields; merged with it, it is privileged, too. */
const twoReadings: readonly Change[] = [
  set(['containerSecurityContext', 'privileged'], true),
  set(['workers', 0, 'containerSecurityContext'], { readOnlyRootFilesystem: true }),
];

describe('what Kubernetes says', () => {
  it('is nothing where nothing is wrong', () => {
    expect(says([], {})).toEqual({ warning: undefined, forbidden: undefined, audit: undefined });
  });

  it('is for each mode what it says at worst, whichever reading enforce takes worst', () => {
    const { warning, forbidden, audit } = says(twoReadings, { warn: 'baseline' });
    expect(forbidden).toBe(
      'pods "acme-worker-w-7c9d8b6f5-x2x7k" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "worker" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "worker" must set securityContext.capabilities.drop=["ALL"])',
    );
    expect(warning).toBe(
      'Warning: would violate PodSecurity "baseline:latest": privileged (container "worker" must not set securityContext.privileged=true)',
    );
    expect(audit).toMatch(/^would violate PodSecurity "restricted:latest": allowPriv/);
  });

  it('is nothing for a mode that checks nothing', () => {
    expect(says(twoReadings, { warn: 'privileged', audit: 'privileged' })).toMatchObject({
      warning: undefined,
      audit: undefined,
    });
  });

  it('is nothing of a pod that nobody knows', () => {
    expect(says([set(['triggerer'], null)], {}, 'triggerer')).toEqual({
      warning: undefined,
      forbidden: undefined,
      audit: undefined,
    });
  });
});
