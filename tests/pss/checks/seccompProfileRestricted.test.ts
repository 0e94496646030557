import { checkTable, contexts, securedPod, withSpec } from '../table.ts';

const field = 'securityContext/seccompProfile/type';
const bare = contexts({});
const refusal =
  'seccompProfile (pod or container "a" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")';
const fields = [`no spec/${field}`, `no spec/containers/0/${field} of a`];

checkTable('seccompProfile_restricted', [
  {
    when: 'the pod has a profile',
    pod: securedPod({ seccompProfile: { type: 'Localhost' } }, {}),
    says: null,
  },
  {
    when: 'every container has one',
    pod: contexts({ seccompProfile: { type: 'RuntimeDefault' } }),
    says: null,
  },
  { when: 'nobody has one', pod: bare, version: 19, says: refusal, fields },
  { when: 'nobody has one, before its first version', pod: bare, version: 18, says: null },
  {
    when: 'some containers have one',
    pod: contexts({ seccompProfile: null }, { seccompProfile: { type: 'Localhost' } }, {}),
    says: 'seccompProfile (pod or containers "a", "c" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
    fields: [
      `no spec/${field}`,
      `no spec/containers/0/${field} of a`,
      `no spec/containers/2/${field} of c`,
    ],
  },
  {
    when: 'a bad one hides what is missing',
    pod: securedPod({ seccompProfile: { type: 'Unconfined' } }, {}),
    says: 'seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")',
    fields: [`spec/${field}`],
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
