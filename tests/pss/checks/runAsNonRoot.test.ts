import { checkTable, contexts, podWith, securedPod, withSpec } from '../table.ts';

const field = 'securityContext/runAsNonRoot';
const root = contexts({ runAsNonRoot: false });
const refusal =
  'runAsNonRoot != true (container "a" must not set securityContext.runAsNonRoot=false)';
const fields = [`spec/containers/0/${field} of a`];

checkTable('runAsNonRoot', [
  { when: 'the pod says so', pod: securedPod({ runAsNonRoot: true }, {}), says: null },
  { when: 'every container says so', pod: contexts({ runAsNonRoot: true }), says: null },
  { when: 'there are no containers', pod: { spec: {} }, says: null },
  {
    when: 'nobody says so',
    pod: podWith({ name: 'a' }),
    version: 0,
    says: 'runAsNonRoot != true (pod or container "a" must set securityContext.runAsNonRoot=true)',
    fields: [`no spec/${field}`, `no spec/containers/0/${field} of a`],
  },
  {
    when: 'some containers say so',
    pod: securedPod({ runAsNonRoot: null }, {}, { runAsNonRoot: true }, { runAsNonRoot: null }),
    says: 'runAsNonRoot != true (pod or containers "a", "c" must set securityContext.runAsNonRoot=true)',
    fields: [
      `no spec/${field}`,
      `no spec/containers/0/${field} of a`,
      `no spec/containers/2/${field} of c`,
    ],
  },
  {
    when: 'the pod says the opposite, though its containers do not',
    pod: securedPod({ runAsNonRoot: false }, { runAsNonRoot: true }),
    says: 'runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)',
    fields: [`spec/${field}`],
  },
  {
    when: 'the opposite hides what is missing',
    pod: securedPod({ runAsNonRoot: false }, {}, { runAsNonRoot: false }, { runAsNonRoot: false }),
    says: 'runAsNonRoot != true (pod and containers "b", "c" must not set securityContext.runAsNonRoot=false)',
    fields: [`spec/${field}`, `spec/containers/1/${field} of b`, `spec/containers/2/${field} of c`],
  },
  { when: 'a user namespace', pod: withSpec(root, { hostUsers: false }), version: 35, says: null },
  {
    when: 'a user namespace before its exemption',
    pod: withSpec(root, { hostUsers: false }),
    version: 34,
    says: refusal,
    fields,
  },
  { when: 'Windows', pod: withSpec(root, { os: { name: 'windows' } }), says: refusal, fields },
]);
