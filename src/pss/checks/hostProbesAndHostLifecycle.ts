import type { Breach, Check, FieldRef } from '../check.ts';
import { containerField, nameAt } from '../fields.ts';
import type { Container, Handler } from '../pod.ts';
import { indexesWhere, isSet, type Subject, textOf } from '../subject.ts';
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

type Unset = null | undefined;

/** Where a container may have a handler, and how to read it from there. */
const HANDLERS: readonly {
  readonly path: readonly string[];
  readonly of: (container: Container) => Handler | Unset;
}[] = [
  { path: ['livenessProbe'], of: (container) => container.livenessProbe },
  { path: ['readinessProbe'], of: (container) => container.readinessProbe },
  { path: ['startupProbe'], of: (container) => container.startupProbe },
  { path: ['lifecycle', 'postStart'], of: (container) => container.lifecycle?.postStart },
  { path: ['lifecycle', 'preStop'], of: (container) => container.lifecycle?.preStop },
];

const TRANSPORTS = ['httpGet', 'tcpSocket'] as const;

function forbidHosts(subject: Subject): Breach | undefined {
  const bad = indexesWhere(subject.containers, namesHost);
  if (bad.length === 0) return undefined;

  const hosts: string[] = [];
  const fields: FieldRef[] = [];
  for (const index of bad) {
    const container = subject.containers[index] ?? {};
    for (const { path, of } of HANDLERS) {
      for (const transport of TRANSPORTS) {
        const host = of(container)?.[transport]?.host;
        if (!isHost(host)) continue;
        hosts.push(textOf(host));
        fields.push(containerField(subject, index, [...path, transport, 'host']));
      }
    }
  }
  const names = sortedSet(bad.map((index) => nameAt(subject, index)));
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

function namesHost(container: Container): boolean {
  return (
    handlerNamesHost(container.livenessProbe) ||
    handlerNamesHost(container.readinessProbe) ||
    handlerNamesHost(container.startupProbe) ||
    handlerNamesHost(container.lifecycle?.postStart) ||
    handlerNamesHost(container.lifecycle?.preStop)
  );
}

function handlerNamesHost(handler: Handler | Unset): boolean {
  return isHost(handler?.httpGet?.host) || isHost(handler?.tcpSocket?.host);
}

function isHost(host: string | Unset): boolean {
  return isSet(host) && host !== '';
}
