import type { Breach, Check, FieldRef } from '../check.ts';
import { containerField } from '../fields.ts';
import { nameContainers } from '../setters.ts';
import type { Subject, SubjectContainer } from '../subject.ts';
import { indexesWhere, isSet, objectOf, textOf } from '../values.ts';
import { pluralize, sortedSet } from '../words.ts';

/**
 * Containers must not listen on ports of the node. Zero is the same as none.
 *
 * Fields: containers[*].ports[*].hostPort. Allowed: unset, 0.
 */
export const hostPorts: Check = {
  id: 'hostPorts',
  level: 'baseline',
  about: ['ports'],
  versions: [{ since: 0, check: forbidHostPorts }],
};

function forbidHostPorts({ containers }: Subject): Breach | undefined {
  const bad = containers.filter(usesHostPort);
  if (bad.length === 0) return undefined;
  const ports: string[] = [];
  const fields: FieldRef[] = [];
  for (const container of bad) {
    for (const index of indexesWhere(container.ports, isHostPort)) {
      const { hostPort } = objectOf(container.ports[index]);
      ports.push(textOf(hostPort));
      fields.push(containerField(container, hostPort, 'ports', index, 'hostPort'));
    }
  }
  const use = pluralize('uses', 'use', bad.length);
  const values = sortedSet(ports);
  const noun = pluralize('hostPort', 'hostPorts', values.length);
  return {
    reason: 'hostPort',
    detail: `${nameContainers(bad)} ${use} ${noun} ${values.join(', ')}`,
    fields,
  };
}

function usesHostPort({ ports }: SubjectContainer): boolean {
  return ports.some(isHostPort);
}

function isHostPort(port: unknown): boolean {
  const { hostPort } = objectOf(port);
  return isSet(hostPort) && hostPort !== 0;
}
