import { valueIn } from '../documents/plain.ts';
import { pages } from './pages.ts';
import { refused } from './refused.ts';
import type { Check, Rule } from './rule.ts';

/**
 * Sizes and amounts are Kubernetes quantities, such as 500m, 2Gi or 1e3: `1 GB` and `2gb` are
 * none, and none of these may be negative. Which are the API server says.
 */
const check: Check = (model) =>
  refused(model, 'bad-quantity', ({ path }) => ({
    message: `${shown(valueIn(model.values, path))} is no quantity for ${path.at(-1)}`,
    why: 'The API server refuses the Deployment; write for example 500m, 2Gi or 1.5.',
  }));

export const badQuantity: Rule = {
  id: 'bad-quantity',
  summary: 'A size or amount is not a Kubernetes quantity.',
  remedy: 'Write for example 500m, 2Gi or 1.5.',
  help: pages.quantities,
  effects: ['rejected'],
  check,
};

function shown(amount: unknown): string {
  if (Array.isArray(amount)) return 'A list';
  return typeof amount === 'object' ? 'A mapping' : `"${amount}"`;
}
