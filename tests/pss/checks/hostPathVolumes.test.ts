import { checkTable } from '../table.ts';

checkTable('hostPathVolumes', [
  {
    when: 'others',
    pod: { spec: { volumes: [{ nfs: {} }, { hostPath: null }, null] } },
    says: null,
  },
  {
    when: 'one',
    pod: { spec: { volumes: [{ name: 'v', hostPath: {} }] } },
    version: 0,
    says: 'hostPath volumes (volume "v")',
    fields: ['spec/volumes/0/hostPath'],
  },
  {
    when: 'several, in the order of the spec, one with an allowed source too',
    pod: {
      spec: {
        volumes: [
          { name: 'z', hostPath: {} },
          { name: 'm', emptyDir: {} },
          { name: 'a', hostPath: {}, emptyDir: {} },
        ],
      },
    },
    says: 'hostPath volumes (volumes "z", "a")',
    fields: ['spec/volumes/0/hostPath', 'spec/volumes/2/hostPath'],
  },
]);
