import { checkTable, contexts, securedPod, withSpec } from '../table.ts';

const field = 'securityContext/runAsUser';
const root = securedPod({ runAsUser: 0 }, { runAsUser: 0 }, { runAsUser: 1 }, {});
const refusal = 'runAsUser=0 (pod and container "a" must not set runAsUser=0)';
const fields = [`spec/${field}`, `spec/containers/0/${field} of a`];

checkTable('runAsUser', [
  {
    when: 'another user, or none',
    pod: contexts({ runAsUser: 1 }, { runAsUser: null }, {}),
    says: null,
  },
  { when: 'root', pod: root, version: 23, says: refusal, fields },
  { when: 'root before its first version', pod: root, version: 22, says: null },
  {
    when: 'root in the pod, overridden',
    pod: securedPod({ runAsUser: 0 }, { runAsUser: 1 }),
    says: 'runAsUser=0 (pod must not set runAsUser=0)',
    fields: [`spec/${field}`],
  },
  {
    when: 'root in containers',
    pod: contexts({ runAsUser: 0 }, { runAsUser: 0 }),
    says: 'runAsUser=0 (containers "a", "b" must not set runAsUser=0)',
    fields: [`spec/containers/0/${field} of a`, `spec/containers/1/${field} of b`],
  },
  { when: 'a user namespace', pod: withSpec(root, { hostUsers: false }), version: 35, says: null },
  {
    when: 'a user namespace before its exemption',
    pod: withSpec(root, { hostUsers: false }),
    version: 34,
    says: refusal,
    fields,
  },
]);
