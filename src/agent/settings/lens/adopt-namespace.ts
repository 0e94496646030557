import { applyChanges } from '../../documents/apply-changes.ts';
import type { Documents } from '../../documents/documents.ts';
import { textOf, valueAt, valueIn } from '../../documents/plain.ts';
import { substitutionsIn } from '../../documents/waiting-text.ts';
import { treeData } from './read-settings.ts';
import { treesOf } from './write-settings.ts';

/**
 * Gives the namespace manifest the name that a values file asks for: for a values file that was
 * brought without a manifest of its own. Without a `namespace` in it, or with one that is filled in
 * later, nothing changes.
 * @param release where Helm installs what says no `namespace`, if that is known
 */
export function adoptNamespace(documents: Documents, release = ''): Documents {
  const trees = treesOf(documents);
  const path = ['metadata', 'name'];
  const name = textOf(valueAt(treeData(trees.values), 'namespace')) || release;
  if (
    name === '' ||
    substitutionsIn(name).length > 0 ||
    name === valueIn(treeData(trees.namespace), path)
  )
    return documents;
  return applyChanges(documents, [
    { document: 'namespace', change: { op: 'set', path, value: name } },
  ]).documents;
}
