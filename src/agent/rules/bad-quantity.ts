import { quantityAmount } from '../../kube/quantity.ts';
import type { Path } from '../../yaml/path.ts';
import { mappingOf, valueAt } from '../documents/plain.ts';
import { waitingIn } from '../documents/waiting-text.ts';
import type { Finding } from './finding.ts';
import type { Model } from './model.ts';
import { once } from './once.ts';
import { pages } from './pages.ts';
import { borneOut } from './refusals.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * Sizes and amounts are Kubernetes quantities, such as 500m, 2Gi or 1e3: `1 GB` and `2gb` are
 * none, and none of these may be negative.
 * Source: k8s.io/apimachinery/pkg/api/resource.
 */
const check: Check = once((model) => borneOut(model, 'bad-quantity', noQuantities(model)));

function noQuantities({ pods }: Model): readonly Finding[] {
  return pods.flatMap(({ pod }) => [
    ...pod.volumes.flatMap(({ source, kind, path }) =>
      kind === 'emptyDir'
        ? checked(source.sizeLimit, () => [...path, 'emptyDir', 'sizeLimit'], pod.id)
        : [],
    ),
    ...pod.containers.flatMap(({ spec, path }) =>
      ['limits', 'requests'].flatMap((list) =>
        Object.entries(mappingOf(valueAt(valueAt(spec, 'resources'), list))).flatMap(
          ([name, amount]) => checked(amount, () => [...path, 'resources', list, name], pod.id),
        ),
      ),
    ),
  ]);
}

export const badQuantity: Rule = {
  id: 'bad-quantity',
  summary: 'A size or amount is not a Kubernetes quantity.',
  remedy: 'Write for example 500m, 2Gi or 1.5.',
  help: pages.quantities,
  effects: ['rejected'],
  check,
};

function checked(amount: unknown, place: () => Path, pod: string): readonly Finding[] {
  if (typeof amount !== 'string' && typeof amount !== 'number') return [];
  if (typeof amount === 'string' && waitingIn(amount) !== undefined) return [];
  const parsed = quantityAmount(amount);
  if (parsed !== undefined && parsed >= 0) return [];
  const path = place();
  return [
    finding({
      rule: 'bad-quantity',
      effect: 'rejected',
      message: `"${amount}" is no quantity for ${path.at(-1)}`,
      why: 'The API server refuses the object; write for example 500m, 2Gi or 1.5.',
      path,
      pod,
    }),
  ];
}
