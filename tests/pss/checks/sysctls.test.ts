import type { Pod } from '../../../src/pss/pod.ts';
import { checkTable } from '../table.ts';

const SINCE: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
  'net.ipv4.tcp_slow_start_after_idle': 37,
  'net.ipv4.tcp_notsent_lowat': 37,
};

function setting(...names: readonly (string | null)[]): Pod {
  return { spec: { securityContext: { sysctls: names.map((name) => ({ name })) } } };
}

checkTable('sysctls', [
  ...Object.entries(SINCE).map(([name, since]) => ({
    when: `${name} from its first version on`,
    pod: setting(name),
    version: since,
    says: null,
  })),
  ...Object.entries(SINCE)
    .filter(([, since]) => since > 0)
    .map(([name, since]) => ({
      when: `${name} before its first version`,
      pod: setting(name),
      version: since - 1,
      says: `forbidden sysctls (${name})`,
      fields: ['spec/securityContext/sysctls/0/name'],
    })),
  { when: 'all of them', pod: setting(...Object.keys(SINCE)), says: null },
  {
    when: 'others, in the order of the spec',
    pod: setting('z', 'kernel.shm_rmid_forced', 'a', 'z', null),
    says: 'forbidden sysctls (z, a, z, )',
    fields: [
      'spec/securityContext/sysctls/0/name',
      'spec/securityContext/sysctls/2/name',
      'spec/securityContext/sysctls/3/name',
      'no spec/securityContext/sysctls/4/name',
    ],
  },
  {
    when: 'an item that is null',
    pod: { spec: { securityContext: { sysctls: [null] } } },
    says: 'forbidden sysctls ()',
    fields: ['no spec/securityContext/sysctls/0/name'],
  },
]);
