import { textOf, valueAt } from '../documents/plain.ts';
import { substitutionsIn } from '../documents/waiting-text.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';

/**
 * The chart puts its objects into the namespace that `namespace` names, whatever helm's own -n
 * says. If it is not the manifest's, they go to a namespace that does not exist, or to one
 * without its labels.
 * Source: the chart as its documentation and real values files show it, July 2026.
 */
const check: Check = ({ values, namespace }) => {
  const name = textOf(valueAt(values, 'namespace'));
  if (name === '' || namespace.name === '' || name === namespace.name) return [];
  // What either is once it is filled in, nobody knows.
  if (substitutionsIn(name).length + substitutionsIn(namespace.name).length > 0) return [];
  return [
    finding({
      rule: 'namespace-mismatch',
      effect: 'rejected',
      message: `namespace is "${name}", but the manifest makes "${namespace.name}"`,
      why: 'The objects go to another namespace than the one with the Pod Security labels.',
      path: ['namespace'],
      fix: valuesFix(`Set namespace: ${namespace.name}`, [
        { op: 'set', path: ['namespace'], value: namespace.name },
      ]),
    }),
  ];
};

export const namespaceMismatch: Rule = {
  id: 'namespace-mismatch',
  summary: 'The values file and the manifest name different namespaces.',
  remedy: 'Write the same name into both.',
  help: pages.guide,
  effects: ['rejected'],
  check,
};
