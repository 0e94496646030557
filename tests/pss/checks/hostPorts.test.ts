import { checkTable, podWith } from '../table.ts';

checkTable('hostPorts', [
  {
    when: 'none, zero or null',
    pod: podWith(
      { name: 'a', ports: [{ containerPort: 80 }, { hostPort: 0 }, { hostPort: null }, null] },
      { name: 'b' },
    ),
    says: null,
  },
  {
    when: 'one',
    pod: podWith({ name: 'a', ports: [{ hostPort: 0 }, { hostPort: 80 }] }),
    version: 0,
    says: 'hostPort (container "a" uses hostPort 80)',
    fields: ['spec/containers/0/ports/1/hostPort of a'],
  },
  {
    when: 'the same in two containers',
    pod: podWith(
      { name: 'a', ports: [{ hostPort: 80 }] },
      { name: 'b', ports: [{ hostPort: 80 }] },
    ),
    says: 'hostPort (containers "a", "b" use hostPort 80)',
    fields: ['spec/containers/0/ports/0/hostPort of a', 'spec/containers/1/ports/0/hostPort of b'],
  },
  {
    when: 'several in one, sorted as text',
    pod: podWith({ name: 'a', ports: [{ hostPort: 9 }, { hostPort: 10_000 }, { hostPort: 80 }] }),
    says: 'hostPort (container "a" uses hostPorts 10000, 80, 9)',
    fields: [
      'spec/containers/0/ports/0/hostPort of a',
      'spec/containers/0/ports/1/hostPort of a',
      'spec/containers/0/ports/2/hostPort of a',
    ],
  },
]);
