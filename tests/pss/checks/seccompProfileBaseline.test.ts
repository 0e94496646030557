import { annotated, checkTable, contexts, podWith, securedPod } from '../table.ts';

const POD = 'seccomp.security.alpha.kubernetes.io/pod';
const key = (container: string) => `container.seccomp.security.alpha.kubernetes.io/${container}`;
const unconfined = annotated(contexts({}), { [POD]: 'unconfined' });
const bad = securedPod(
  { seccompProfile: { type: 'Unconfined' } },
  { seccompProfile: { type: 'RuntimeDefault' } },
  { seccompProfile: { type: 'B' } },
);

checkTable('seccompProfile_baseline', [
  {
    when: 'an annotation of the pod',
    pod: unconfined,
    version: 18,
    says: `seccompProfile (forbidden annotation ${POD}="unconfined")`,
    fields: [`metadata/annotations/${POD}`],
  },
  { when: 'an annotation after its time', pod: unconfined, version: 19, says: null },
  {
    when: 'annotations of containers that exist',
    pod: annotated(podWith({ name: 'z' }, { name: 'a' }, { name: 'a' }, { name: 'ok' }), {
      [key('z')]: '',
      [key('a')]: null,
      [key('ok')]: 'runtime/default',
      [key('gone')]: 'unconfined',
    }),
    version: 0,
    says: `seccompProfile (forbidden annotations ${key('a')}="", ${key('z')}="")`,
    fields: [`metadata/annotations/${key('z')}`, `no metadata/annotations/${key('a')}`],
  },
  {
    when: 'allowed annotations',
    pod: annotated(podWith({ name: 'a' }, { name: 'b' }), {
      [POD]: 'docker/default',
      [key('a')]: 'localhost/x',
      [key('b')]: 'localhost/',
    }),
    version: 0,
    says: null,
  },
  {
    when: 'localhost without its slash',
    pod: annotated(contexts({}), { [POD]: 'localhost' }),
    version: 0,
    says: `seccompProfile (forbidden annotation ${POD}="localhost")`,
    fields: [`metadata/annotations/${POD}`],
  },
  { when: 'fields before their time', pod: bad, version: 18, says: null },
  {
    when: 'fields',
    pod: bad,
    version: 19,
    says: 'seccompProfile (pod and container "b" must not set securityContext.seccompProfile.type to "B", "Unconfined")',
    fields: [
      'spec/securityContext/seccompProfile/type',
      'spec/containers/1/securityContext/seccompProfile/type of b',
    ],
  },
  {
    when: 'a profile without a type',
    pod: contexts({ seccompProfile: {} }),
    says: 'seccompProfile (container "a" must not set securityContext.seccompProfile.type to "")',
    fields: ['no spec/containers/0/securityContext/seccompProfile/type of a'],
  },
  {
    when: 'allowed types, null and unset',
    pod: securedPod({ seccompProfile: { type: 'Localhost' } }, { seccompProfile: null }, {}),
    says: null,
  },
]);
