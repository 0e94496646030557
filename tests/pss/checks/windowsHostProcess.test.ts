import { checkTable, contexts, securedPod } from '../table.ts';

const field = 'securityContext/windowsOptions/hostProcess';

checkTable('windowsHostProcess', [
  {
    when: 'false, null or unset',
    pod: contexts({ windowsOptions: { hostProcess: false } }, { windowsOptions: null }, {}),
    says: null,
  },
  {
    when: 'the pod',
    pod: securedPod({ windowsOptions: { hostProcess: true } }, {}),
    version: 0,
    says: 'hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)',
    fields: [`spec/${field}`],
  },
  {
    when: 'the pod and containers',
    pod: securedPod(
      { windowsOptions: { hostProcess: true } },
      {},
      { windowsOptions: { hostProcess: true } },
      { windowsOptions: { hostProcess: true } },
    ),
    says: 'hostProcess (pod and containers "b", "c" must not set securityContext.windowsOptions.hostProcess=true)',
    fields: [`spec/${field}`, `spec/containers/1/${field} of b`, `spec/containers/2/${field} of c`],
  },
]);
