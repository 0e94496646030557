import type { DocumentName } from '../../agent/documents/documents.ts';
import { textAt } from '../../yaml/locate.ts';
import type { SourceText } from '../check/source-text.ts';
import type { Given } from '../input/open-file.ts';

/** Values, the manifest of their namespace, or both. */
export type Install = Partial<Readonly<Record<DocumentName, SourceText>>> & {
  /** What a host calls it. */
  readonly install?: string | undefined;
};

/**
 * Each install's values with the Namespace that they name, or else with the only one; and the Namespaces
 * that are nobody's.
 */
export function installsOf(given: readonly Given[]): readonly Install[] {
  const manifests = given.flatMap((one) => (one.about === 'namespace' ? [one.source] : []));
  const [only] = manifests;
  const ofValues = given.filter(({ about }) => about === 'values');
  const installs = ofValues.map(({ source: values, install }): Install => {
    const name = textAt(values.tree, ['namespace']) ?? install?.namespace;
    const found = manifests.find(
      (one) => name !== undefined && textAt(one.tree, ['metadata', 'name']) === name,
    );
    const namespace = found ?? (manifests.length === 1 ? only : undefined);
    const named = { values, install: install?.name };
    return namespace === undefined ? named : { ...named, namespace };
  });
  const alone = manifests.filter((one) => !installs.some(({ namespace }) => namespace === one));
  return [...installs, ...alone.map((namespace) => ({ namespace }))];
}
