import { describe, expect, test } from 'vitest';
import { CHANGE_MINORS, changesAfter } from '../../src/pss/versions.ts';

const written = (level: 'privileged' | 'baseline' | 'restricted', version: number) =>
  changesAfter(version, level).map(
    ({ since, check, effect, says }) => `v1.${since} ${check} ${effect}: ${says}`,
  );

const SYSCTLS = [
  'v1.27 sysctls looser: Allowed: net.ipv4.ip_local_reserved_ports.',
  'v1.29 sysctls looser: Allowed: net.ipv4.tcp_fin_timeout, net.ipv4.tcp_keepalive_intvl, net.ipv4.tcp_keepalive_probes, net.ipv4.tcp_keepalive_time.',
];

describe('the minors at which anything changes', () => {
  test('are thirteen', () => {
    expect(CHANGE_MINORS).toEqual([0, 8, 19, 22, 23, 25, 27, 29, 31, 32, 34, 35, 37]);
  });
});

describe('how a version differs from latest', () => {
  test('at the restricted level', () => {
    expect(written('restricted', 0)).toEqual([
      'v1.8 allowPrivilegeEscalation stricter: Every container must set allowPrivilegeEscalation to false.',
      'v1.19 seccompProfile_restricted stricter: The pod or every container must set seccompProfile to RuntimeDefault or Localhost; the old annotations no longer count.',
      'v1.22 capabilities_restricted stricter: Every container must drop ALL capabilities and may add only NET_BIND_SERVICE.',
      'v1.23 runAsUser stricter: Neither the pod nor a container may set runAsUser to 0.',
      'v1.25 allowPrivilegeEscalation looser: Windows pods no longer have to set allowPrivilegeEscalation.',
      'v1.25 capabilities_restricted looser: The capabilities of Windows pods are no longer looked at.',
      'v1.25 seccompProfile_restricted looser: Windows pods no longer have to set a seccompProfile.',
      ...SYSCTLS,
      'v1.31 seLinuxOptions looser: The SELinux type container_engine_t is allowed.',
      'v1.32 sysctls looser: Allowed: net.ipv4.tcp_rmem, net.ipv4.tcp_wmem.',
      'v1.34 hostProbesAndHostLifecycle stricter: Probes and lifecycle hooks must not name a host, not even the loopback address.',
      'v1.35 runAsNonRoot looser: Pods with their own user namespace (hostUsers: false) need no runAsNonRoot.',
      'v1.35 runAsUser looser: Pods with their own user namespace (hostUsers: false) may set runAsUser to 0.',
      'v1.37 sysctls looser: Allowed: net.ipv4.tcp_notsent_lowat, net.ipv4.tcp_slow_start_after_idle.',
    ]);
  });

  test('at the baseline level', () => {
    expect(written('baseline', 0).filter((line) => !line.includes('sysctls'))).toEqual([
      'v1.19 seccompProfile_baseline stricter: A seccompProfile, where one is set, must be RuntimeDefault or Localhost; the old annotations no longer count.',
      'v1.31 seLinuxOptions looser: The SELinux type container_engine_t is allowed.',
      'v1.34 hostProbesAndHostLifecycle stricter: Probes and lifecycle hooks must not name a host, not even the loopback address.',
      'v1.35 procMount looser: Pods with their own user namespace (hostUsers: false) may set procMount.',
    ]);
  });

  test('counts only what came later', () => {
    expect(written('restricted', 34).map((line) => line.slice(0, 5))).toEqual([
      'v1.35',
      'v1.35',
      'v1.37',
    ]);
    expect(written('restricted', 37)).toEqual([]);
    expect(written('restricted', 99)).toEqual([]);
    expect(written('restricted', -1)).toEqual(written('restricted', 0));
    expect(changesAfter('latest', 'restricted')).toEqual([]);
  });

  test('is nothing at the privileged level', () => {
    expect(written('privileged', 0)).toEqual([]);
  });
});

describe('a check that moved without changing', () => {
  test('says so, and is no change', async () => {
    const { procMountRestricted } = await import('../../src/pss/checks/procMountRestricted.ts');
    expect(procMountRestricted.versions.map(({ change }) => change)).toEqual([
      {
        effect: 'none',
        says: 'The rule for procMount stays as it was; only the baseline level exempts pods from it.',
      },
    ]);
  });
});
