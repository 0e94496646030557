import type { DocumentName } from '../../agent/documents/documents.ts';
import { textAt } from '../../yaml/locate.ts';
import type { SourceText } from '../check/source-text.ts';
import type { Given } from '../input/read-own-files.ts';

/** A values file, the manifest of its namespace, or both. */
export type Install = Partial<Readonly<Record<DocumentName, SourceText>>>;

/**
 * Each values file with the Namespace that it names, or else with the only one; and the Namespaces
 * that are nobody's.
 */
export function installsOf(given: readonly Given[]): readonly Install[] {
  const of = (about: DocumentName) =>
    given.flatMap((one) => (one.about === about ? [one.source] : []));
  const manifests = of('namespace');
  const [only] = manifests;
  const installs = of('values').map((values): Install => {
    const name = textAt(values.tree, ['namespace']);
    const named = manifests.find(
      (one) => name !== undefined && textAt(one.tree, ['metadata', 'name']) === name,
    );
    const namespace = named ?? (manifests.length === 1 ? only : undefined);
    return namespace === undefined ? { values } : { values, namespace };
  });
  const alone = manifests.filter((one) => !installs.some(({ namespace }) => namespace === one));
  return [...installs, ...alone.map((namespace) => ({ namespace }))];
}
