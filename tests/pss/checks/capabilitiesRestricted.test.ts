import { checkTable, contexts, withSpec } from '../table.ts';

const bare = contexts({});
const refusal =
  'unrestricted capabilities (container "a" must set securityContext.capabilities.drop=["ALL"])';
const drop = 'securityContext/capabilities/drop';
const fields = [`no spec/containers/0/${drop} of a`];

checkTable('capabilities_restricted', [
  {
    when: 'ALL dropped, among others, and the one exception added',
    pod: contexts({ capabilities: { drop: ['KILL', 'ALL'], add: ['NET_BIND_SERVICE'] } }),
    says: null,
  },
  { when: 'nothing dropped', pod: bare, says: refusal, fields },
  { when: 'at its first version', pod: bare, version: 22, says: refusal, fields },
  { when: 'before its first version', pod: bare, version: 21, says: null },
  {
    when: 'something else dropped',
    pod: contexts({ capabilities: { drop: ['all'] } }, { capabilities: { drop: [] } }),
    says: 'unrestricted capabilities (containers "a", "b" must set securityContext.capabilities.drop=["ALL"])',
    fields: [`spec/containers/0/${drop} of a`, `spec/containers/1/${drop} of b`],
  },
  {
    when: 'something else added',
    pod: contexts(
      { capabilities: { drop: ['ALL'], add: ['CHOWN', 'NET_BIND_SERVICE', 'ALL'] } },
      { capabilities: { drop: ['ALL'], add: ['CHOWN'] } },
    ),
    says: 'unrestricted capabilities (containers "a", "b" must not include "ALL", "CHOWN" in securityContext.capabilities.add)',
    fields: [
      'spec/containers/0/securityContext/capabilities/add/0 of a',
      'spec/containers/0/securityContext/capabilities/add/2 of a',
      'spec/containers/1/securityContext/capabilities/add/0 of b',
    ],
  },
  {
    when: 'both',
    pod: contexts({ capabilities: { drop: ['ALL'] } }, { capabilities: { add: ['SYS_TIME'] } }),
    says: 'unrestricted capabilities (container "b" must set securityContext.capabilities.drop=["ALL"]; container "b" must not include "SYS_TIME" in securityContext.capabilities.add)',
    fields: [
      `no spec/containers/1/${drop} of b`,
      'spec/containers/1/securityContext/capabilities/add/0 of b',
    ],
  },
  { when: 'Windows', pod: withSpec(bare, { os: { name: 'windows' } }), version: 25, says: null },
  {
    when: 'Windows before its exemption',
    pod: withSpec(bare, { os: { name: 'windows' } }),
    version: 24,
    says: refusal,
    fields,
  },
]);
