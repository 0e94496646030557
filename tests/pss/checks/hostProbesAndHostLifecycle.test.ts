import { checkTable, podWith } from '../table.ts';

const probed = podWith({ name: 'a', livenessProbe: { httpGet: { host: '127.0.0.1' } } });
const refusal = 'probe or lifecycle host (container "a" uses probe or lifecycle host "127.0.0.1")';
const fields = ['spec/containers/0/livenessProbe/httpGet/host of a'];

checkTable('hostProbesAndHostLifecycle', [
  {
    when: 'no host, an empty one, or null',
    pod: podWith({
      livenessProbe: { httpGet: {} },
      readinessProbe: { httpGet: { host: '' }, tcpSocket: null },
      startupProbe: { tcpSocket: { host: null } },
      lifecycle: { postStart: {}, preStop: null },
    }),
    says: null,
  },
  { when: 'a loopback address', pod: probed, says: refusal, fields },
  { when: 'at its first version', pod: probed, version: 34, says: refusal, fields },
  { when: 'before its first version', pod: probed, version: 33, says: null },
  {
    when: 'every place that can name one',
    pod: podWith({
      name: 'a',
      livenessProbe: { httpGet: { host: 'j' }, tcpSocket: { host: 'i' } },
      readinessProbe: { httpGet: { host: 'h' }, tcpSocket: { host: 'g' } },
      startupProbe: { httpGet: { host: 'f' }, tcpSocket: { host: 'e' } },
      lifecycle: {
        postStart: { httpGet: { host: 'd' }, tcpSocket: { host: 'c' } },
        preStop: { httpGet: { host: 'b' }, tcpSocket: { host: 'a' } },
      },
    }),
    says: 'probe or lifecycle host (container "a" uses probe or lifecycle hosts "a", "b", "c", "d", "e", "f", "g", "h", "i", "j")',
    fields: [
      'spec/containers/0/livenessProbe/httpGet/host of a',
      'spec/containers/0/livenessProbe/tcpSocket/host of a',
      'spec/containers/0/readinessProbe/httpGet/host of a',
      'spec/containers/0/readinessProbe/tcpSocket/host of a',
      'spec/containers/0/startupProbe/httpGet/host of a',
      'spec/containers/0/startupProbe/tcpSocket/host of a',
      'spec/containers/0/lifecycle/postStart/httpGet/host of a',
      'spec/containers/0/lifecycle/postStart/tcpSocket/host of a',
      'spec/containers/0/lifecycle/preStop/httpGet/host of a',
      'spec/containers/0/lifecycle/preStop/tcpSocket/host of a',
    ],
  },
  {
    when: 'containers sorted and named once, hosts too',
    pod: podWith(
      { name: 'z', startupProbe: { tcpSocket: { host: 'h' } } },
      { name: 'quiet' },
      { name: 'b', lifecycle: { preStop: { httpGet: { host: 'h' } } } },
      { name: 'b', readinessProbe: { httpGet: { host: 'h' } } },
    ),
    says: 'probe or lifecycle host (containers "b", "z" use probe or lifecycle host "h")',
    fields: [
      'spec/containers/0/startupProbe/tcpSocket/host of z',
      'spec/containers/2/lifecycle/preStop/httpGet/host of b',
      'spec/containers/3/readinessProbe/httpGet/host of b',
    ],
  },
]);
