import { rangeAt } from '../../../yaml/locate.ts';
import { parseTree } from '../../../yaml/parse-tree.ts';
import { type Applied, applyInOrder } from '../../documents/apply-changes.ts';
import type { DocumentRefusal, Documents } from '../../documents/documents.ts';
import type { SecuritySettings, Settings } from '../settings.ts';
import { ChangingData } from './changing-data.ts';
import { writeComponent } from './component.ts';
import { writeContainerContext, writePodContext } from './contexts.ts';
import { writeNamespace } from './namespace.ts';
import { readSettings, type Trees, treeData } from './read-settings.ts';
import { writeSidecar } from './sidecar.ts';
import { writeWorkers } from './workers.ts';

/**
 * Writes settings into the documents, whole or not at all: a mount without the volume that was
 * refused would be worse than neither. What already is as the settings say stays byte for byte.
 */
export function writeSettings(documents: Documents, next: Settings): Applied {
  const trees = treesOf(documents);
  const { manifest, values } = changingDataOf(trees, next);
  const conflicts = [...manifest.conflicts, ...values.conflicts].map(
    ({ document, path, change, message, remedy }): DocumentRefusal => ({
      document,
      refusal: {
        code: 'wrong-kind',
        change,
        message,
        remedy,
        range: rangeAt(trees[document], path).range,
      },
    }),
  );
  const written = applyInOrder(documents, [...manifest.changes, ...values.changes]);
  const refused = [...conflicts, ...written.refused];
  return { documents: refused.length === 0 ? written.documents : documents, refused };
}

/** Both documents, parsed. */
export function treesOf(documents: Documents): Trees {
  return { values: parseTree(documents.values), namespace: parseTree(documents.namespace) };
}

/**
 * The changes that make the documents say `next`, and no others: each starts from the data that
 * the ones before it left.
 */
function changingDataOf(
  trees: Trees,
  next: Settings,
): { manifest: ChangingData; values: ChangingData } {
  const was = readSettings(trees);
  const manifest = new ChangingData('namespace', treeData(trees.namespace));
  const values = new ChangingData('values', treeData(trees.values));
  writeNamespace(manifest, values, next.namespace);
  writeSecurity(values, was.security, next.security);
  writeWorkers(values, was.components.workers, next.components.workers);
  for (const name of ['dagProcessor', 'triggerer'] as const) {
    writeComponent(values, [name], was.components[name], next.components[name]);
  }
  writeSidecar(values, was.sidecar, next.sidecar);
  return { manifest, values };
}

function writeSecurity(
  changing: ChangingData,
  was: SecuritySettings,
  next: SecuritySettings,
): void {
  writePodContext(changing, ['podSecurityContext'], next.pod);
  writeContainerContext(changing, ['containerSecurityContext'], next.container);
  const { enabled, pod, container } = next.sentinel;
  if (enabled !== was.sentinel.enabled) {
    if (enabled === '') changing.remove(['sentinel', 'enabled']);
    else changing.set(['sentinel', 'enabled'], enabled === 'on');
  }
  writePodContext(changing, ['sentinel', 'podSecurityContext'], pod);
  writeContainerContext(changing, ['sentinel', 'containerSecurityContext'], container);
}
