import { checkTable } from '../table.ts';

checkTable('hostNamespaces', [
  { when: 'none', pod: { spec: { hostPID: false, hostIPC: null } }, says: null },
  {
    when: 'one',
    pod: { spec: { hostPID: true } },
    version: 0,
    says: 'host namespaces (hostPID=true)',
    fields: ['spec/hostPID'],
  },
  {
    when: 'all, in an order of their own',
    pod: { spec: { hostIPC: true, hostPID: true, hostNetwork: true } },
    says: 'host namespaces (hostNetwork=true, hostPID=true, hostIPC=true)',
    fields: ['spec/hostNetwork', 'spec/hostPID', 'spec/hostIPC'],
  },
]);
