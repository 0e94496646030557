import type { Check, Evaluate, Revision } from '../check.ts';
import { podField } from '../fields.ts';
import { indexesWhere, listOf, objectOf, textOf } from '../values.ts';

/**
 * Pods may set only kernel parameters that are namespaced and harmless to their neighbours. The
 * list grew over time. Names are compared exactly; the form with slashes is not understood.
 *
 * Fields: spec.securityContext.sysctls[*].name. Allowed: the names below.
 */
export const sysctls: Check = {
  id: 'sysctls',
  level: 'baseline',
  about: ['sysctls'],
  versions: growingList(),
};

function growingList(): readonly Revision[] {
  const additions: readonly (readonly [since: number, ...names: string[]])[] = [
    [
      0,
      'kernel.shm_rmid_forced',
      'net.ipv4.ip_local_port_range',
      'net.ipv4.ip_unprivileged_port_start',
      'net.ipv4.ping_group_range',
      'net.ipv4.tcp_syncookies',
    ],
    [27, 'net.ipv4.ip_local_reserved_ports'],
    [
      29,
      'net.ipv4.tcp_fin_timeout',
      'net.ipv4.tcp_keepalive_intvl',
      'net.ipv4.tcp_keepalive_probes',
      'net.ipv4.tcp_keepalive_time',
    ],
    [32, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'],
    [37, 'net.ipv4.tcp_notsent_lowat', 'net.ipv4.tcp_slow_start_after_idle'],
  ];
  return additions.map(([since, ...names], index) => {
    const soFar = additions.slice(0, index + 1).flatMap(([, ...added]) => added);
    const check = allowOnly(new Set(soFar));
    if (since === 0) return { since, check };
    return { since, check, change: { effect: 'looser', says: `Allowed: ${names.join(', ')}.` } };
  });
}

function allowOnly(allowed: ReadonlySet<string>): Evaluate {
  const isBad = (sysctl: unknown) => !allowed.has(textOf(nameOf(sysctl)));

  return ({ security }) => {
    const list = listOf(security.sysctls);
    const bad = indexesWhere(list, isBad);
    if (bad.length === 0) return undefined;
    return {
      reason: 'forbidden sysctls',
      detail: bad.map((index) => textOf(nameOf(list[index]))).join(', '),
      fields: bad.map((index) =>
        podField(nameOf(list[index]), 'spec', 'securityContext', 'sysctls', index, 'name'),
      ),
    };
  };
}

function nameOf(sysctl: unknown): unknown {
  return objectOf(sysctl).name;
}
