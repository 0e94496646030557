import { annotated, checkTable, contexts, securedPod } from '../table.ts';

const key = (container: string) => `container.apparmor.security.beta.kubernetes.io/${container}`;

checkTable('appArmorProfile', [
  {
    when: 'allowed types, null and unset',
    pod: securedPod(
      { appArmorProfile: { type: 'RuntimeDefault' } },
      { appArmorProfile: { type: 'Localhost' } },
      { appArmorProfile: null },
      {},
    ),
    says: null,
  },
  {
    when: 'the pod alone',
    pod: securedPod({ appArmorProfile: { type: 'Unconfined' } }, {}),
    version: 0,
    says: 'forbidden AppArmor profile (pod must not set AppArmor profile type to "Unconfined")',
    fields: ['spec/securityContext/appArmorProfile/type'],
  },
  {
    when: 'a profile without a type',
    pod: contexts({ appArmorProfile: {} }),
    says: 'forbidden AppArmor profile (container "a" must not set AppArmor profile type to "")',
    fields: ['no spec/containers/0/securityContext/appArmorProfile/type of a'],
  },
  {
    when: 'pod, containers and annotations',
    pod: annotated(
      securedPod(
        { appArmorProfile: { type: 'Z' } },
        { appArmorProfile: { type: 'RuntimeDefault' } },
        { appArmorProfile: { type: 'Unconfined' } },
        { appArmorProfile: { type: 'Z' } },
      ),
      { [key('z')]: 'unconfined', [key('gone')]: 'a "b"', other: 'unconfined' },
    ),
    says: `forbidden AppArmor profiles (pod and containers "b", "c" and annotations must not set AppArmor profile type to "Unconfined", "Z", "${key('gone')}="a \\"b\\""", "${key('z')}="unconfined"")`,
    fields: [
      'spec/securityContext/appArmorProfile/type',
      'spec/containers/1/securityContext/appArmorProfile/type of b',
      'spec/containers/2/securityContext/appArmorProfile/type of c',
      `metadata/annotations/${key('z')}`,
      `metadata/annotations/${key('gone')}`,
    ],
  },
  {
    when: 'an annotation alone',
    pod: annotated(contexts({}), { [key('a')]: 'docker/default' }),
    says: `forbidden AppArmor profile (annotation must not set AppArmor profile type to "${key('a')}="docker/default"")`,
    fields: [`metadata/annotations/${key('a')}`],
  },
  {
    when: 'allowed annotations',
    pod: annotated(contexts({}), {
      [key('a')]: 'runtime/default',
      [key('b')]: 'localhost/',
      [key('c')]: '',
      [key('d')]: null,
    }),
    says: null,
  },
  {
    when: 'localhost without its slash',
    pod: annotated(contexts({}), { [key('a')]: 'localhost' }),
    says: `forbidden AppArmor profile (annotation must not set AppArmor profile type to "${key('a')}="localhost"")`,
    fields: [`metadata/annotations/${key('a')}`],
  },
]);
