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

const nothing = {
  refused: undefined,
  warning: undefined,
  forbidden: undefined,
  audit: undefined,
};

/** Replacing the global context it lacks two fields; merged with it, it adds a capability. */
const twoReadings: readonly Change[] = [
  set(['containerSecurityContext', 'capabilities', 'add'], ['NET_RAW']),
  set(['workers', 0, 'containerSecurityContext'], { readOnlyRootFilesystem: true }),
];

describe('what Kubernetes says', () => {
  it('is nothing where nothing is wrong', () => {
    expect(says([], {})).toEqual({ ...nothing, odd: [] });
  });

  it('is for each mode what it says at worst, whichever reading enforce takes worst', () => {
    const { warning, forbidden, audit } = says(twoReadings, { warn: 'baseline' });
    expect(forbidden).toBe(
      'pods "acme-worker-w-7c9d8b6f5-x2x7k" is forbidden: violates PodSecurity "restricted:latest": allowPrivilegeEscalation != false (container "worker" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "worker" must set securityContext.capabilities.drop=["ALL"])',
    );
    expect(warning).toBe(
      'Warning: would violate PodSecurity "baseline:latest": non-default capabilities (container "worker" must not include "NET_RAW" in securityContext.capabilities.add)',
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
    expect(says([set(['triggerer'], null)], {}, 'triggerer')).toEqual({ ...nothing, odd: [] });
  });

  it('is one refusal of a Deployment that is invalid, whatever its pods would break', () => {
    const changes = [...twoReadings, set(['workers', 0, 'replicas'], -1)];
    expect(says(changes, { warn: 'baseline' })).toEqual({
      ...nothing,
      odd: [],
      refused:
        '422 Unprocessable Entity: Deployment.apps "acme-worker-w" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    });
  });

  it('is a refusal of the pod where the Deployment is taken and its pod is invalid', () => {
    const changes = [...twoReadings, set(['image'], ' agent:1 ')];
    const { refused, warning, forbidden, audit } = says(changes, {});
    expect(refused).toBeUndefined();
    expect(forbidden).toBe(
      'Pod "acme-worker-w-7c9d8b6f5-x2x7k" is invalid: spec.containers[0].image: Invalid value: " agent:1 ": must not have leading or trailing whitespace',
    );
    expect([warning, audit]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('has what the API server finds odd before what Pod Security warns of', () => {
    const changes = [
      ...twoReadings,
      set(
        ['workers', 0, 'env'],
        [
          { name: 'A', value: 'a' },
          { name: 'A', value: 'b' },
        ],
      ),
    ];
    const { odd, warning } = says(changes, {});
    expect(odd).toEqual([
      'Warning: spec.template.spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply',
    ]);
    expect(warning).toMatch(/^Warning: would violate/);
  });
});
