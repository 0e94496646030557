import { listOf, valueAt, valueIn } from '../documents/plain.ts';
import { effective, type Variant } from '../judge/pods/chart-pod.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A process that is not root binds a port below 1024 only with NET_BIND_SERVICE, unless the pod
 * lowers net.ipv4.ip_unprivileged_port_start.
 * Source: Linux' capabilities(7); the one capability that the restricted standard lets a pod add.
 */
const check: Check = (model) =>
  model.pods.flatMap(({ pod }) =>
    pod.containers.flatMap(({ kind, name, spec, path }, index) => {
      if (kind !== 'init' && kind !== 'extra') return [];
      if (!pod.variants.some((variant) => lacksRight(variant, index))) return [];
      return listOf(valueAt(spec, 'ports')).flatMap((port, at) => {
        const number = valueAt(port, 'containerPort');
        if (typeof number !== 'number' || number < 1 || number >= 1024) return [];
        return [
          finding({
            rule: 'privileged-port',
            effect: 'fails',
            message: `Container "${name}" cannot listen on port ${number} without root`,
            why: 'Ports below 1024 need the capability NET_BIND_SERVICE, or a port from 1024 on.',
            path: [...path, 'ports', at, 'containerPort'],
            pod: pod.id,
            container: name,
          }),
        ];
      });
    }),
  );

export const privilegedPort: Rule = {
  id: 'privileged-port',
  summary: 'A container that is not root listens on a port below 1024.',
  remedy: 'Listen on a port from 1024 on, or add the capability NET_BIND_SERVICE.',
  help: pages.securityContext,
  effects: ['fails'],
  check,
};

function lacksRight(variant: Variant, index: number): boolean {
  const user = effective(variant, index, 'runAsUser');
  const isNonRoot =
    effective(variant, index, 'runAsNonRoot') === true || (typeof user === 'number' && user !== 0);
  const added = valueIn(variant.containerContexts[index]?.value, ['capabilities', 'add']);
  const sysctls = listOf(valueAt(variant.podContext.value, 'sysctls'));
  const lowered = sysctls.some(
    (sysctl) => valueAt(sysctl, 'name') === 'net.ipv4.ip_unprivileged_port_start',
  );
  return isNonRoot && !lowered && !listOf(added).includes('NET_BIND_SERVICE');
}
