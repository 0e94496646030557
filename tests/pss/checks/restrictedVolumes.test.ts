import { ALLOWED_VOLUME_SOURCES, RESTRICTED_VOLUME_SOURCES } from '../../../src/pss/pod.ts';
import { checkTable } from '../table.ts';

checkTable('restrictedVolumes', [
  ...ALLOWED_VOLUME_SOURCES.map((source) => ({
    when: source,
    pod: { spec: { volumes: [{ name: 'v', [source]: {} }] } },
    says: null,
  })),
  ...RESTRICTED_VOLUME_SOURCES.map((source) => ({
    when: source,
    pod: { spec: { volumes: [{ name: 'v', [source]: {} }] } },
    version: 0,
    says: `restricted volume types (volume "v" uses restricted volume type "${source}")`,
    fields: [`spec/volumes/0/${source}`],
  })),
  {
    when: 'an allowed source beside another',
    pod: { spec: { volumes: [{ hostPath: {}, emptyDir: {} }] } },
    says: null,
  },
  {
    when: 'two sources, of which the first in the order of the API counts',
    pod: { spec: { volumes: [{ name: 'v', nfs: {}, hostPath: {} }] } },
    says: 'restricted volume types (volume "v" uses restricted volume type "hostPath")',
    fields: ['spec/volumes/0/hostPath', 'spec/volumes/0/nfs'],
  },
  {
    when: 'volumes of the same type',
    pod: { spec: { volumes: [{ name: 'v', nfs: {} }, { emptyDir: {} }, { name: 'w', nfs: {} }] } },
    says: 'restricted volume types (volumes "v", "w" use restricted volume type "nfs")',
    fields: ['spec/volumes/0/nfs', 'spec/volumes/2/nfs'],
  },
  {
    when: 'no source, and no volume at all',
    pod: { spec: { volumes: [{ name: 'v', emptyDir: null }, null, { name: 'w', rbd: {} }] } },
    says: 'restricted volume types (volumes "v", "", "w" use restricted volume types "rbd", "unknown")',
    fields: ['spec/volumes/0', 'no spec/volumes/1', 'spec/volumes/2/rbd'],
  },
]);
