import { nodeAt } from '../../../yaml/locate.ts';
import type { YamlTree } from '../../../yaml/parse-tree.ts';
import { dataOf } from '../../../yaml/value.ts';
import type { DocumentName } from '../../documents/documents.ts';
import { valueAt } from '../../documents/plain.ts';
import type { ComponentsSettings, SecuritySettings, Settings } from '../settings.ts';
import { readComponent } from './component.ts';
import { readContainerContext, readPodContext } from './contexts.ts';
import { readNamespace } from './namespace.ts';
import { readSidecar } from './sidecar.ts';
import { readWorkers } from './workers.ts';

export type Trees = Readonly<Record<DocumentName, YamlTree>>;

/**
 * What the wizard asks, as the documents answer it. Never throws: what is missing, of the wrong
 * type or unreadable counts as not set, and a scalar of the wrong type shows as its text.
 */
export function readSettings(trees: Trees): Settings {
  const values = treeData(trees.values);
  const security = readSecurity(values);
  return {
    namespace: readNamespace(treeData(trees.namespace)),
    security,
    components: readComponents(values, security),
    sidecar: readSidecar(values, configSource(trees.values)),
  };
}

/** A document's data; undefined if it cannot be read. */
export function treeData({ root }: YamlTree): unknown {
  return root === undefined ? undefined : dataOf(root);
}

function readSecurity(values: unknown): SecuritySettings {
  const sentinel = valueAt(values, 'sentinel');
  const enabled = valueAt(sentinel, 'enabled');
  return {
    pod: readPodContext(valueAt(values, 'podSecurityContext')),
    container: readContainerContext(valueAt(values, 'containerSecurityContext')),
    sentinel: {
      enabled: enabled === true ? 'on' : enabled === false ? 'off' : '',
      pod: readPodContext(valueAt(sentinel, 'podSecurityContext')),
      container: readContainerContext(valueAt(sentinel, 'containerSecurityContext')),
    },
  };
}

function readComponents(values: unknown, shared: SecuritySettings): ComponentsSettings {
  return {
    workers: readWorkers(valueAt(values, 'workers'), shared),
    dagProcessor: readComponent(valueAt(values, 'dagProcessor'), shared),
    triggerer: readComponent(valueAt(values, 'triggerer'), shared),
  };
}

/** The sidecar's configuration as it is written, for one that is a mapping and can only be shown. */
function configSource({ text, root }: YamlTree): string {
  const node = nodeAt(root, ['loggingSidecar', 'config']);
  if (node === undefined) return '';
  const { offset, length } = node.range;
  const indent = offset - (text.lastIndexOf('\n', offset - 1) + 1);
  const margin = new RegExp(`\\n {0,${indent}}`, 'g');
  return text
    .slice(offset, offset + length)
    .replaceAll('\r\n', '\n')
    .replace(margin, '\n');
}
