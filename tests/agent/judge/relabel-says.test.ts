import { describe, expect, it } from 'vitest';
import { relabelSays } from '../../../src/agent/judge/relabel-says.ts';
import type { Change } from '../../../src/yaml/change.ts';
import { assessed, changed, namespaceText, remove, set } from '../rules/base.ts';

function says(changes: readonly Change[], labels: Readonly<Record<string, string>> = {}) {
  const namespace = namespaceText('agents', labels);
  return relabelSays(assessed({ ...changed(...changes), namespace }), 'agents');
}

const unconfined = [
  remove(['podSecurityContext', 'seccompProfile']),
  remove(['containerSecurityContext', 'allowPrivilegeEscalation']),
];

describe('kubectl label on a namespace with these pods', () => {
  it('says nothing where nothing is violated, or nothing checked', () => {
    expect(says([])).toEqual([]);
    expect(says(unconfined, { 'pod-security.kubernetes.io/enforce': 'privileged' })).toEqual([]);
  });

  it('says nothing of a namespace without a name', () => {
    expect(relabelSays(assessed(changed(...unconfined)), '')).toEqual([]);
  });

  it('counts the pods of equal reasons after the first by name', () => {
    expect(says([...unconfined, set(['workers', 0, 'replicas'], 3)])).toEqual([
      'Warning: existing pods in namespace "agents" violate the new PodSecurity enforce level "restricted:latest"',
      'Warning: acme-dag-processor-7c9d8b6f5-x2x7k (and 4 other pods): allowPrivilegeEscalation != false, seccompProfile',
    ]);
  });

  it('names the version, and each set of reasons', () => {
    const labels = { 'pod-security.kubernetes.io/enforce-version': 'v1.30' };
    const privileged = set(['sentinel', 'containerSecurityContext', 'capabilities', 'drop'], []);
    expect(says([...unconfined, privileged, set(['workers', 0, 'replicas'], 0)], labels)).toEqual([
      'Warning: existing pods in namespace "agents" violate the new PodSecurity enforce level "restricted:v1.30"',
      'Warning: acme-dag-processor-7c9d8b6f5-x2x7k (and 1 other pod): allowPrivilegeEscalation != false, seccompProfile',
      'Warning: acme-sentinel-7c9d8b6f5-x2x7k: unrestricted capabilities',
    ]);
  });

  it('counts no pod that cannot run: its Deployment is refused, or nobody knows it', () => {
    expect(
      says([...unconfined, set(['workers', 0, 'replicas'], -1), set(['triggerer'], null)]),
    ).toEqual([
      'Warning: existing pods in namespace "agents" violate the new PodSecurity enforce level "restricted:latest"',
      'Warning: acme-dag-processor-7c9d8b6f5-x2x7k: allowPrivilegeEscalation != false, seccompProfile',
    ]);
  });

  it('counts one where an autoscaler decides, and no more than the server looks at', () => {
    const scaled = [...unconfined, set(['workers', 0, 'hpa'], { enabled: true })];
    expect(says([...scaled, set(['workers', 0, 'replicas'], 9)])[1]).toContain('2 other pods');
    const many = set(['triggerer', 'replicas'], 5000);
    expect(says([...unconfined, many])).toEqual([
      'Warning: new PodSecurity enforce level only checked against the first 3000 of 5003 existing pods',
      'Warning: existing pods in namespace "agents" violate the new PodSecurity enforce level "restricted:latest"',
      'Warning: acme-dag-processor-7c9d8b6f5-x2x7k (and 2998 other pods): allowPrivilegeEscalation != false, seccompProfile',
    ]);
    expect(says([many], { 'pod-security.kubernetes.io/enforce': 'privileged' })).toEqual([]);
  });
});
