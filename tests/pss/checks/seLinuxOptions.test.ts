import { checkTable, contexts, securedPod } from '../table.ts';

const below = 'securityContext/seLinuxOptions';
const engine = contexts({ seLinuxOptions: { type: 'container_engine_t' } });

checkTable('seLinuxOptions', [
  {
    when: 'confined types, and empty values',
    pod: securedPod(
      { seLinuxOptions: { type: 'container_t', user: '', role: null } },
      { seLinuxOptions: { type: 'container_init_t' } },
      { seLinuxOptions: { type: 'container_kvm_t' } },
      { seLinuxOptions: { type: '' } },
      { seLinuxOptions: {} },
      { seLinuxOptions: null },
    ),
    version: 0,
    says: null,
  },
  { when: 'the type that v1.31 added', pod: engine, version: 31, says: null },
  {
    when: 'the type that v1.31 added, before',
    pod: engine,
    version: 30,
    says: 'seLinuxOptions (container "a" set forbidden securityContext.seLinuxOptions: type "container_engine_t")',
    fields: [`spec/containers/0/${below}/type of a`],
  },
  {
    when: 'the older types are still allowed',
    pod: contexts(
      { seLinuxOptions: { type: 'container_t' } },
      { seLinuxOptions: { type: 'container_init_t' } },
      { seLinuxOptions: { type: 'container_kvm_t' } },
    ),
    says: null,
  },
  {
    when: 'a user alone',
    pod: contexts({ seLinuxOptions: { user: 'u' } }),
    says: 'seLinuxOptions (container "a" set forbidden securityContext.seLinuxOptions: user may not be set)',
    fields: [`spec/containers/0/${below}/user of a`],
  },
  {
    when: 'a role alone',
    pod: securedPod({ seLinuxOptions: { role: 'r' } }, {}),
    says: 'seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: role may not be set)',
    fields: [`spec/${below}/role`],
  },
  {
    when: 'everything',
    pod: securedPod(
      { seLinuxOptions: { type: 'z', user: 'u', role: 'r' } },
      { seLinuxOptions: { type: 'b', role: 'r' } },
      {},
      { seLinuxOptions: { type: 'z', user: 'u' } },
    ),
    says: 'seLinuxOptions (pod and containers "a", "c" set forbidden securityContext.seLinuxOptions: types "b", "z"; user may not be set; role may not be set)',
    fields: [
      `spec/${below}/type`,
      `spec/${below}/user`,
      `spec/${below}/role`,
      `spec/containers/0/${below}/type of a`,
      `spec/containers/0/${below}/role of a`,
      `spec/containers/2/${below}/type of c`,
      `spec/containers/2/${below}/user of c`,
    ],
  },
]);
