import { checkTable, contexts, withSpec } from '../table.ts';

const unmasked = contexts({ procMount: 'Unmasked' }, { procMount: '' }, { procMount: 'Unmasked' });
const ownUsers = withSpec(unmasked, { hostUsers: false });
const refusal =
  'procMount (containers "a", "b", "c" must not set securityContext.procMount to "", "Unmasked")';
const fields = [
  'spec/containers/0/securityContext/procMount of a',
  'spec/containers/1/securityContext/procMount of b',
  'spec/containers/2/securityContext/procMount of c',
];
const allowed = contexts({ procMount: 'Default' }, { procMount: null }, {});

checkTable('procMount', [
  { when: 'Default, null or unset', pod: allowed, says: null },
  { when: 'anything else', pod: unmasked, version: 0, says: refusal, fields },
  { when: 'anything else, now', pod: unmasked, says: refusal, fields },
  { when: 'a user namespace', pod: ownUsers, version: 35, says: null },
  {
    when: 'a user namespace before its exemption',
    pod: ownUsers,
    version: 34,
    says: refusal,
    fields,
  },
  {
    when: 'the user namespace of the node',
    pod: withSpec(unmasked, { hostUsers: true }),
    says: refusal,
    fields,
  },
]);

checkTable('procMount_restricted', [
  { when: 'Default, null or unset', pod: allowed, says: null },
  { when: 'anything else', pod: unmasked, version: 35, says: refusal, fields },
  { when: 'anything else before its first version', pod: unmasked, version: 34, says: null },
  { when: 'a user namespace', pod: ownUsers, says: refusal, fields },
]);
