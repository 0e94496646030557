import type { Path } from '../../../yaml/path.ts';
import { sameValue } from '../../../yaml/value.ts';
import { isMapping, mappingOf, valueAt, valueIn } from '../../documents/plain.ts';
import { type ModeSettings, type NamespaceSettings, podSecurityPrefix } from '../settings.ts';
import type { ChangingData } from './changing-data.ts';
import { asText } from './plain.ts';

const modes = ['enforce', 'audit', 'warn'] as const;

type Row = NamespaceSettings['labels'][number];

const metadata = ['metadata'] as const;

/** Reads step 1 from a Namespace manifest's data. */
export function readNamespace(data: unknown): NamespaceSettings {
  const labels = valueIn(data, [...metadata, 'labels']);
  return {
    name: asText(valueIn(data, [...metadata, 'name'])),
    enforce: readMode(labels, 'enforce'),
    audit: readMode(labels, 'audit'),
    warn: readMode(labels, 'warn'),
    labels: rowsOf(labels).filter(({ key }) => !podSecurityLabels.has(key)),
    annotations: rowsOf(valueIn(data, [...metadata, 'annotations'])),
  };
}

/** Writes step 1 into the manifest; `namespace` of the values follows when the name changes. */
export function writeNamespace(
  manifest: ChangingData,
  values: ChangingData,
  next: NamespaceSettings,
): void {
  const was = readNamespace(manifest.at([]));
  if (next.name !== was.name) {
    manifest.set([...metadata, 'name'], next.name);
    if (values.at(['namespace']) !== next.name) values.set(['namespace'], next.name);
  }
  const labels = [...metadata, 'labels'];
  for (const mode of modes) {
    writeLabel(manifest, labels, podSecurityPrefix + mode, was[mode].level, next[mode].level);
    const version = `${podSecurityPrefix}${mode}-version`;
    writeLabel(manifest, labels, version, was[mode].version, next[mode].version);
  }
  writeRows(manifest, labels, was.labels, next.labels);
  writeRows(manifest, [...metadata, 'annotations'], was.annotations, next.annotations);
}

const podSecurityLabels: ReadonlySet<string> = new Set(
  modes.flatMap((mode) => [podSecurityPrefix + mode, `${podSecurityPrefix}${mode}-version`]),
);

function readMode(labels: unknown, mode: string): ModeSettings {
  return {
    level: asText(valueAt(labels, podSecurityPrefix + mode)),
    version: asText(valueAt(labels, `${podSecurityPrefix}${mode}-version`)),
  };
}

function rowsOf(value: unknown): Row[] {
  return Object.entries(mappingOf(value)).map(([key, item]) => ({ key, value: asText(item) }));
}

function writeLabel(
  changing: ChangingData,
  path: Path,
  key: string,
  was: string,
  next: string,
): void {
  if (was === next) return;
  if (next === '') changing.remove([...path, key]);
  else changing.set([...path, key], next);
}

/**
 * Changes a mapping to hold these rows in this order. Rows that stay keep their lines; from the
 * first row on that cannot, because new keys go to the end, they are written anew.
 */
function writeRows(
  changing: ChangingData,
  path: Path,
  was: readonly Row[],
  rows: readonly Row[],
): void {
  const next = inKeyOrder(rows);
  if (sameValue(was, next)) return;
  const wanted = new Set(next.map(({ key }) => key));
  const staying = was.filter(({ key }) => wanted.has(key));
  const firstMoved = staying.findIndex(({ key }, i) => next[i]?.key !== key);
  const inPlace = firstMoved < 0 ? staying : staying.slice(0, firstMoved);
  const old = new Map(inPlace.map(({ key, value }) => [key, value]));
  for (const { key } of was) if (!old.has(key)) changing.remove([...path, key]);
  for (const { key, value } of next) {
    if (old.get(key) !== value) changing.set([...path, key], value);
  }
  const left = changing.at(path);
  if (isMapping(left) && Object.keys(left).length === 0) changing.remove(path);
}

/** As an object holds them: of equal keys the last, and keys that look like numbers first. */
function inKeyOrder(rows: readonly Row[]): Row[] {
  return rowsOf(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}
