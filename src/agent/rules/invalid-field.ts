import { pages } from './pages.ts';
import { refused } from './refused.ts';
import type { Check, Rule } from './rule.ts';

/**
 * What else the API server refuses in a Deployment, in its own words: everything that no rule is
 * named for.
 * Source: k8s.io/kubernetes, its decoding and validation, as src/kube/ has them.
 */
const check: Check = (model) => refused(model, 'invalid-field', () => ({}));

export const invalidField: Rule = {
  id: 'invalid-field',
  summary: 'The API server refuses the Deployment for the value of a field.',
  remedy: 'Write what the message asks for.',
  help: pages.deployment,
  effects: ['rejected'],
  check,
};
