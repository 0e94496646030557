import type { Breach, Check } from '../check.ts';
import { containerField, containersAt } from '../fields.ts';
import type { Container, ContainerPort } from '../pod.ts';
import { indexesWhere, isSet, listOf, objectOf, type Subject, textOf } from '../subject.ts';
import { pluralize, sortedSet } from '../words.ts';

/**
 * Containers must not listen on ports of the node. Zero is the same as none.
 *
 * Fields: containers[*].ports[*].hostPort. Allowed: unset, 0.
 */
export const hostPorts: Check = {
  id: 'hostPorts',
  level: 'baseline',
  versions: [{ since: 0, check: forbidHostPorts }],
};

function forbidHostPorts(subject: Subject): Breach | undefined {
  const bad = indexesWhere(subject.containers, usesHostPort);
  if (bad.length === 0) return undefined;
  const ports = sortedSet(subject.containers.flatMap(hostPortsOf));
  const use = pluralize('uses', 'use', bad.length);
  const noun = pluralize('hostPort', 'hostPorts', ports.length);
  return {
    reason: 'hostPort',
    detail: `${containersAt(subject, bad)} ${use} ${noun} ${ports.join(', ')}`,
    fields: bad.flatMap((container) =>
      indexesWhere(listOf(objectOf(subject.containers[container]).ports), isHostPort).map((port) =>
        containerField(subject, container, ['ports', port, 'hostPort']),
      ),
    ),
  };
}

function usesHostPort({ ports }: Container): boolean {
  return listOf(ports).some(isHostPort);
}

function isHostPort(port: ContainerPort | null | undefined): boolean {
  return isSet(port?.hostPort) && port.hostPort !== 0;
}

function hostPortsOf({ ports }: Container): readonly string[] {
  return listOf(ports)
    .filter(isHostPort)
    .map((port) => textOf(objectOf(port).hostPort));
}
