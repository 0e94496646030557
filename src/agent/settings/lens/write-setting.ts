import type { PlainValue } from '../../../yaml/change.ts';
import { sameValue } from '../../../yaml/value.ts';
import { type Applied, applyInOrder } from '../../documents/apply-changes.ts';
import type { Documents } from '../../documents/documents.ts';
import { placeOf } from '../places/places.ts';
import type { SettingId } from '../setting-id.ts';
import type { Settings } from '../settings.ts';
import { changedSetting, type Leaf } from './changed-setting.ts';
import { ChangingData } from './changing-data.ts';
import {
  type Completeness,
  isContext,
  readContainerContext,
  readPodContext,
  writeContainerContext,
  writePodContext,
} from './contexts.ts';
import { readNamespace, writeNamespace } from './namespace.ts';
import { treeData } from './read-settings.ts';
import { treesOf, writeSettings } from './write-settings.ts';

/**
 * Writes one setting into the documents, whole or not at all, with the same bytes as
 * `writeSettings` would. A setting with a plain place is written there, and nothing else is read;
 * folders, rows, lists and the sidecar's mounts are several places that hang together, and go the
 * way of all settings.
 * @param settings what the documents say
 */
export function writeSetting(
  documents: Documents,
  settings: Settings,
  id: SettingId,
  value: unknown,
): Applied {
  const next = changedSetting(settings, id, value);
  if (sameValue(next, settings)) return { documents, refused: [] };
  const changes = isLeaf(value) ? plainChanges(documents, id, value) : undefined;
  return changes === undefined ? writeSettings(documents, next) : applyInOrder(documents, changes);
}

function isLeaf(value: unknown): value is Leaf {
  return typeof value === 'string' || typeof value === 'boolean';
}

/** The changes that write a setting at its plain place; undefined if it has none. */
function plainChanges(documents: Documents, id: SettingId, value: Leaf) {
  const trees = treesOf(documents);
  const values = new ChangingData('values', treeData(trees.values));
  const written = writeScalar(values, id, value) || writeInContext(values, id, value);
  if (written) return values.changes;
  if (!namespaceLeaf.test(id)) return undefined;
  const manifest = new ChangingData('namespace', treeData(trees.namespace));
  const next = changedSetting(readNamespace(manifest.at([])), id.slice('namespace.'.length), value);
  writeNamespace(manifest, values, next);
  return [...manifest.changes, ...values.changes];
}

const namespaceLeaf = /^namespace\.(name|(enforce|audit|warn)\.(level|version))$/;

/** Scalars that stand in the file as they do in the form, but for their type. */
const scalars: readonly (readonly [id: RegExp, inFile: (value: Leaf) => PlainValue | undefined])[] =
  [
    [/^sidecar\.(enabled|name|image)$/, (value) => value],
    [/^components\.workers\.\d+\.name$/, (value) => value],
    [/^components\.workers\.\d+\.queues$/, (value) => value || undefined],
    [/^components\.workers\.\d+\.replicas$/, (value) => (value === '' ? undefined : Number(value))],
    [/^security\.sentinel\.enabled$/, (value) => (value === '' ? undefined : value === 'on')],
  ];

function writeScalar(changing: ChangingData, id: SettingId, value: Leaf): boolean {
  const [, inFile] = scalars.find(([known]) => known.test(id)) ?? [];
  const path = placeOf(id)?.path;
  if (inFile === undefined || path === undefined) return false;
  const next = inFile(value);
  if (next === undefined) changing.remove(path);
  else if (changing.at(path) !== next) changing.set(path, next);
  return true;
}

const contextLeaf =
  /^(security|security\.sentinel|sidecar|components\..{1,40}\.override)\.(pod|container)\.([\w.]+)$/;

/** Writes a part of a context that is there, or that is written whatever is there. */
function writeInContext(changing: ChangingData, id: SettingId, value: Leaf): boolean {
  const [, owner = '', half, part = ''] = contextLeaf.exec(id) ?? [];
  const path = placeOf(`${owner}.${half}`)?.path;
  if (half === undefined || path === undefined) return false;
  const present = changing.at(path);
  const isOwn = owner.startsWith('components.');
  // A context that a component only shares becomes its own as a whole pair.
  if (isOwn && !isContext(present)) return false;
  const completeness: Completeness = isOwn || owner === 'sidecar' ? 'full' : 'changes';
  if (half === 'pod') {
    const next = changedSetting(readPodContext(present), part, value);
    writePodContext(changing, path, next, completeness);
  } else {
    const was = readContainerContext(present);
    const next = changedSetting(was, part, value);
    writeContainerContext(changing, path, next, completeness);
  }
  return true;
}
