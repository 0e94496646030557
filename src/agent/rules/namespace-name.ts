import { isUnset, valueIn } from '../documents/plain.ts';
import { substitutionsIn } from '../documents/waiting-text.ts';
import { dnsLabelSetting } from '../settings/settings.ts';
import { pages } from './pages.ts';
import { type Check, finding, type Rule } from './rule.ts';

/**
 * A namespace's name is an RFC 1123 label, and without one there is no namespace.
 * Source: Kubernetes' validation of metadata.name.
 */
const check: Check = ({ namespace: { manifest } }) => {
  const path = ['metadata', 'name'];
  const name = valueIn(manifest, path);
  if (typeof name === 'string' && substitutionsIn(name).length > 0) return [];
  const problem = dnsLabelSetting.safeParse(name).error?.issues[0]?.message;
  if (problem === undefined) return [];
  return [
    finding({
      rule: 'namespace-name',
      effect: 'rejected',
      message: isUnset(name)
        ? 'The namespace has no name'
        : `The namespace cannot be called "${name}"`,
      why: typeof name === 'string' ? problem : 'The API server wants a string.',
      document: 'namespace',
      path,
      field: 'namespace.name',
    }),
  ];
};

export const namespaceName: Rule = {
  id: 'namespace-name',
  summary: 'The namespace has no name, or one that Kubernetes does not take.',
  remedy: 'Write metadata.name in lower case letters, digits and hyphens.',
  help: pages.names,
  effects: ['rejected'],
  check,
};
