import { checkTable, contexts, podWith, withSpec } from '../table.ts';

const mixed = contexts(
  { allowPrivilegeEscalation: false },
  { allowPrivilegeEscalation: true },
  {},
  { allowPrivilegeEscalation: null },
);
const refusal =
  'allowPrivilegeEscalation != false (containers "b", "c", "d" must set securityContext.allowPrivilegeEscalation=false)';
const field = 'securityContext/allowPrivilegeEscalation';
const fields = [
  `spec/containers/1/${field} of b`,
  `no spec/containers/2/${field} of c`,
  `no spec/containers/3/${field} of d`,
];

checkTable('allowPrivilegeEscalation', [
  {
    when: 'false everywhere',
    pod: contexts({ allowPrivilegeEscalation: false }, { allowPrivilegeEscalation: false }),
    says: null,
  },
  { when: 'true, unset or null', pod: mixed, says: refusal, fields },
  { when: 'at its first version', pod: mixed, version: 8, says: refusal, fields },
  { when: 'before its first version', pod: mixed, version: 7, says: null },
  {
    when: 'no security context',
    pod: podWith({ name: 'a' }),
    says: 'allowPrivilegeEscalation != false (container "a" must set securityContext.allowPrivilegeEscalation=false)',
    fields: [`no spec/containers/0/${field} of a`],
  },
  { when: 'Windows', pod: withSpec(mixed, { os: { name: 'windows' } }), says: null },
  {
    when: 'Windows before its exemption',
    pod: withSpec(mixed, { os: { name: 'windows' } }),
    version: 24,
    says: refusal,
    fields,
  },
  {
    when: 'Linux',
    pod: withSpec(mixed, { os: { name: 'linux' } }),
    version: 25,
    says: refusal,
    fields,
  },
]);
