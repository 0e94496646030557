import type { NamespacePolicy } from '../../pss/index.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import { dataOf } from '../../yaml/value.ts';
import { namespaceFacts } from '../rules/namespace-facts.ts';
import { mappingOf } from './pods/plain.ts';

/** The policy in force in the namespace of a manifest, per mode. */
export function namespacePolicy(manifest: YamlTree): NamespacePolicy {
  return namespaceFacts(mappingOf(manifest.root && dataOf(manifest.root))).policy;
}
