import { type NamespacePolicy, readPolicy } from '../../pss/index.ts';
import { type Mapping, mappingOf, textOf, valueAt, valueIn } from '../documents/plain.ts';

/** What the Namespace manifest says. */
export interface NamespaceFacts {
  /** Empty if there is none, or none that is a string. */
  readonly name: string;
  readonly manifest: Mapping;
  /** The labels as data; values may be of any type. */
  readonly labels: Mapping;
  readonly policy: NamespacePolicy;
}

export function namespaceFacts(manifest: Mapping): NamespaceFacts {
  const labels = mappingOf(valueIn(manifest, ['metadata', 'labels']));
  return {
    manifest,
    labels,
    name: textOf(valueAt(mappingOf(valueAt(manifest, 'metadata')), 'name')),
    policy: readPolicy(labelTexts(labels)),
  };
}

/** A label of another type is refused by the API; as text it is read as an invalid one: closed. */
function labelTexts(labels: Mapping): Record<string, string> {
  const texts: Record<string, string> = Object.create(null);
  for (const [key, value] of Object.entries(labels)) {
    texts[key] = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  }
  return texts;
}
