import { checkTable, contexts } from '../table.ts';

const DEFAULTS = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
];

checkTable('capabilities_baseline', [
  {
    when: 'the defaults of runtimes',
    pod: contexts({ capabilities: { add: DEFAULTS } }, { capabilities: { add: null } }, {}),
    says: null,
  },
  {
    when: 'others, more than once, in several containers',
    pod: contexts(
      { capabilities: { add: ['SYS_ADMIN', 'KILL', 'NET_RAW'] } },
      { capabilities: { add: ['KILL'] } },
      { capabilities: { add: ['NET_RAW'] } },
    ),
    version: 0,
    says: 'non-default capabilities (containers "a", "c" must not include "NET_RAW", "SYS_ADMIN" in securityContext.capabilities.add)',
    fields: [
      'spec/containers/0/securityContext/capabilities/add/0 of a',
      'spec/containers/0/securityContext/capabilities/add/2 of a',
      'spec/containers/2/securityContext/capabilities/add/0 of c',
    ],
  },
  {
    when: 'names that are nearly right',
    pod: contexts({ capabilities: { add: ['chown', 'CAP_CHOWN'] } }),
    says: 'non-default capabilities (container "a" must not include "CAP_CHOWN", "chown" in securityContext.capabilities.add)',
    fields: [
      'spec/containers/0/securityContext/capabilities/add/0 of a',
      'spec/containers/0/securityContext/capabilities/add/1 of a',
    ],
  },
  {
    when: 'null, which Go decodes as the empty name',
    pod: contexts({ capabilities: { add: [null] } }),
    says: 'non-default capabilities (container "a" must not include "" in securityContext.capabilities.add)',
    fields: ['no spec/containers/0/securityContext/capabilities/add/0 of a'],
  },
  {
    when: 'dropping is not its business',
    pod: contexts({ capabilities: { drop: ['SYS_ADMIN'] } }),
    says: null,
  },
]);
