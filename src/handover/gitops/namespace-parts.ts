import { mappingOf, valueIn } from '../../agent/documents/plain.ts';
import { dataOf } from '../../yaml/value.ts';
import { namespaceOf, type ReadInput } from '../input.ts';

type Texts = Readonly<Record<string, string>>;

/** The Namespace as its manifest has it. */
export interface NamespaceParts {
  readonly name: string;
  readonly labels: Texts;
  readonly annotations: Texts;
}

/** The name, labels and annotations of the Namespace; what is no text is refused by Kubernetes. */
export function namespaceParts(input: ReadInput): NamespaceParts {
  const { root } = input.assessment.trees.namespace;
  const data = root && dataOf(root);
  return {
    name: namespaceOf(input),
    labels: texts(valueIn(data, ['metadata', 'labels'])),
    annotations: texts(valueIn(data, ['metadata', 'annotations'])),
  };
}

function texts(mapping: unknown): Texts {
  return Object.fromEntries(
    Object.entries(mappingOf(mapping)).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  );
}

/** The Namespace as an object of its own. */
export function namespaceObject(input: ReadInput) {
  const { name, labels, annotations } = namespaceParts(input);
  const isAnnotated = Object.keys(annotations).length > 0;
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels, ...(isAnnotated ? { annotations } : {}) },
  };
}
