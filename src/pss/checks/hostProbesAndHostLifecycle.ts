import type { Breach, Check, FieldRef } from '../check.ts';
import { containerField } from '../fields.ts';
import type { Subject, SubjectContainer } from '../subject.ts';
import { isSet, objectOf, textOf } from '../values.ts';
import { joinQuote, pluralize, sortedSet } from '../words.ts';

/**
 * Probes and lifecycle hooks must not name a host, for the kubelet would connect to it from the
 * node's network. Even the loopback address is refused. A Host header is not a host.
 *
 * Fields: httpGet.host and tcpSocket.host of containers[*].livenessProbe, readinessProbe,
 * startupProbe, lifecycle.postStart and lifecycle.preStop. Allowed: unset, empty.
 */
export const hostProbesAndHostLifecycle: Check = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  about: ['lifecycle', 'probes'],
  versions: [
    {
      since: 34,
      check: forbidHosts,
      change: {
        effect: 'stricter',
        says: 'Probes and lifecycle hooks must not name a host, not even the loopback address.',
      },
    },
  ],
};

/** Where a container may have a handler, and how to read it from there. */
const HANDLERS: readonly {
  readonly path: readonly string[];
  readonly of: (container: SubjectContainer) => unknown;
}[] = [
  { path: ['livenessProbe'], of: (container) => container.livenessProbe },
  { path: ['readinessProbe'], of: (container) => container.readinessProbe },
  { path: ['startupProbe'], of: (container) => container.startupProbe },
  { path: ['lifecycle', 'postStart'], of: (container) => container.lifecycle.postStart },
  { path: ['lifecycle', 'preStop'], of: (container) => container.lifecycle.preStop },
];

const TRANSPORTS = ['httpGet', 'tcpSocket'] as const;

function forbidHosts({ containers }: Subject): Breach | undefined {
  const bad = containers.filter(namesHost);
  if (bad.length === 0) return undefined;

  const hosts: string[] = [];
  const fields: FieldRef[] = [];
  for (const container of bad) {
    for (const { path, of } of HANDLERS) {
      const handler = objectOf(of(container));
      for (const transport of TRANSPORTS) {
        const { host } = objectOf(handler[transport]);
        if (!isHost(host)) continue;
        hosts.push(textOf(host));
        fields.push(containerField(container, host, ...path, transport, 'host'));
      }
    }
  }
  const names = sortedSet(bad.map(({ name }) => name));
  const values = sortedSet(hosts);
  const container = pluralize('container', 'containers', names.length);
  const use = pluralize('uses', 'use', names.length);
  const noun = pluralize('probe or lifecycle host', 'probe or lifecycle hosts', values.length);
  return {
    reason: 'probe or lifecycle host',
    detail: `${container} ${joinQuote(names)} ${use} ${noun} ${joinQuote(values)}`,
    fields,
  };
}

function namesHost(container: SubjectContainer): boolean {
  return (
    handlerNamesHost(container.livenessProbe) ||
    handlerNamesHost(container.readinessProbe) ||
    handlerNamesHost(container.startupProbe) ||
    handlerNamesHost(container.lifecycle.postStart) ||
    handlerNamesHost(container.lifecycle.preStop)
  );
}

function handlerNamesHost(handler: unknown): boolean {
  const { httpGet, tcpSocket } = objectOf(handler);
  return isHost(objectOf(httpGet).host) || isHost(objectOf(tcpSocket).host);
}

function isHost(host: unknown): boolean {
  return isSet(host) && host !== '';
}
