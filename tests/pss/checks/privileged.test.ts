import { checkTable, contexts } from '../table.ts';

const refused = contexts({ privileged: true }, {}, { privileged: true });

checkTable('privileged', [
  {
    when: 'false, null or unset',
    pod: contexts({ privileged: false }, { privileged: null }, {}),
    says: null,
  },
  {
    when: 'true',
    pod: refused,
    version: 0,
    says: 'privileged (containers "a", "c" must not set securityContext.privileged=true)',
    fields: [
      'spec/containers/0/securityContext/privileged of a',
      'spec/containers/2/securityContext/privileged of c',
    ],
  },
  {
    when: 'true in a container of each kind',
    pod: {
      spec: {
        ephemeralContainers: [{ name: 'e' }, { name: 'f', securityContext: { privileged: true } }],
        containers: [{ name: 'b' }, { name: 'c', securityContext: { privileged: true } }],
        initContainers: [{ name: 'i' }, { name: 'j', securityContext: { privileged: true } }],
      },
    },
    says: 'privileged (containers "j", "c", "f" must not set securityContext.privileged=true)',
    fields: [
      'spec/initContainers/1/securityContext/privileged of j',
      'spec/containers/1/securityContext/privileged of c',
      'spec/ephemeralContainers/1/securityContext/privileged of f',
    ],
  },
  {
    when: 'true in a container without a name',
    pod: { spec: { containers: [{ securityContext: { privileged: true } }] } },
    says: 'privileged (container "" must not set securityContext.privileged=true)',
    fields: ['spec/containers/0/securityContext/privileged of '],
  },
]);
