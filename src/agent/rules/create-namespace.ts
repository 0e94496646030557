import { valueAt } from '../documents/plain.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule, valuesFix } from './rule.ts';

/**
 * A namespace that the chart makes lacks the Pod Security labels, and Secrets that the file names
 * have to be in the namespace before the install.
 * Source: the chart as its documentation and real values files show it, July 2026.
 */
const check: Check = ({ values }) => {
  if (valueAt(values, 'createNamespace') !== true) return [];
  return [
    finding({
      rule: 'create-namespace',
      effect: 'fails',
      message: 'createNamespace: true clashes with the manifest and with Secrets made before',
      why: 'A namespace made by the chart lacks the Pod Security labels, and the install stops at one that exists.',
      path: ['createNamespace'],
      fix: valuesFix('Set createNamespace: false', [
        { op: 'set', path: ['createNamespace'], value: false },
      ]),
    }),
  ];
};

export const createNamespace: Rule = {
  id: 'create-namespace',
  summary: 'The chart is to make the namespace that the manifest makes.',
  remedy: 'Set createNamespace: false, so that the namespace has the Pod Security labels.',
  help: pages.guide,
  effects: ['fails'],
  check,
};
