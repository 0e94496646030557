import type { Path } from '../../../yaml/path.ts';
import type { DocumentName } from '../../documents/documents.ts';
import { valueIn } from '../../documents/plain.ts';
import { foundFolders } from '../lens/folders.ts';
import { type Trees, treeData } from '../lens/read-settings.ts';
import { dataMountIn, logMountIn } from '../lens/sidecar.ts';
import type { FieldId } from '../setting-id.ts';
import { type SettingStep, type Settings, settingSteps } from '../settings.ts';
import { type PlaceRow, placeRows } from './rows.ts';

/** A place in the files. */
export interface Place {
  readonly document: DocumentName;
  readonly path: Path;
}

/** What the files hold, for the settings whose place depends on it: rows, folders, mounts. */
export interface Reading {
  readonly settings: Settings;
  /** The data of values.yaml. */
  readonly values: unknown;
}

/** What places depend on, of documents that have been read. */
export function readingOf({
  trees,
  settings,
}: {
  readonly trees: Trees;
  readonly settings: Settings;
}): Reading {
  return { settings, values: treeData(trees.values) };
}

/** A field, and what it is in words: `worker heavy, folders`. */
export interface FieldAt {
  readonly field: FieldId;
  readonly words: string;
}

/** Marks that a field's index has no counterpart in the files, or the reverse. */
type Found<T> = T | undefined;

const rowsById = grouped(placeRows, ({ id }) => id);
const rowsByKey = grouped(placeRows, ({ document, path: [first] }) => `${document}/${first}`);
const rootRows = placeRows.filter(({ path }) => path.length === 0);

/**
 * Where a field's answer stands: `security.pod.seccompProfile.type` is
 * `podSecurityContext.seccompProfile.type` of values.yaml. Of a field that has no place of its own
 * as the files are, the place of the group that it is in.
 * @returns undefined for what has no one place, such as `start.file`
 */
export function placeOf(field: string, reading?: Reading): Place | undefined {
  for (let end = field.length; end > 0; end = field.lastIndexOf('.', end - 1)) {
    const place = ownPlace(field.slice(0, end), reading);
    if (place !== undefined) return place;
  }
  return undefined;
}

function ownPlace(field: string, reading: Reading | undefined): Place | undefined {
  const indexes = field.match(indexPattern)?.map(Number) ?? [];
  for (const row of rowsById.get(field.replace(indexPattern, '#')) ?? []) {
    if (row.directions === 'to-field') continue;
    const path = pathOfRow(row, indexes, reading);
    if (path !== undefined) return { document: row.document, path };
  }
  return undefined;
}

const indexPattern = /(?<=\.)\d{1,9}(?=\.|$)/g;

function pathOfRow(row: PlaceRow, indexes: readonly number[], reading: Reading | undefined) {
  const path: (string | number)[] = [];
  const left = [...indexes];
  for (const step of row.path) {
    if (!step.startsWith('#')) path.push(step);
    else {
      const found =
        step === '#' ? left.shift() : reading && inFiles(step, row, path, left.shift(), reading);
      if (found === undefined) return undefined;
      path.push(found);
    }
  }
  return path;
}

/** The key or index that stands in the files for an index of a field. */
function inFiles(
  lookup: string,
  row: PlaceRow,
  path: Path,
  index: number | undefined,
  { settings, values }: Reading,
): Found<string | number> {
  switch (lookup) {
    case '#key':
      return index === undefined ? undefined : keysOf(row, settings)[index];
    case '#mount':
    case '#volume': {
      const folder = foundFolders(valueIn(values, path.slice(0, -1)))[index ?? -1];
      return lookup === '#mount' ? folder?.mount : folder?.declared;
    }
    case '#logs':
      return logMountIn(values);
    case '#data':
      return dataMountIn(values);
    default:
      return undefined;
  }
}

/**
 * The field that asks for what stands at a place, or shows it: that of the nearest place around it
 * that has one. Without a reading, places that depend on what the files hold go to their group.
 * @returns undefined for what the form neither asks for nor shows
 */
export function fieldAt(
  document: DocumentName,
  path: Path,
  reading?: Reading,
): FieldAt | undefined {
  let best: { readonly row: PlaceRow; readonly indexes: readonly number[] } | undefined;
  for (const row of rowsByKey.get(`${document}/${path[0]}`) ?? rootRows) {
    if (row.directions === 'to-place' || row.path.length > path.length) continue;
    if (best !== undefined && row.path.length <= best.row.path.length) continue;
    const indexes = indexesOf(row, path, reading);
    if (indexes !== undefined) best = { row, indexes };
  }
  if (best === undefined) return undefined;
  const left = [...best.indexes];
  const field = best.row.id.replaceAll('#', () => String(left.shift() ?? 0));
  return isFieldId(field) ? { field, words: wordsOf(best.row, path, reading) } : undefined;
}

/** Where a finding is shown: a step that asks for settings, or the file as a whole (Start). */
export type FindingStep = SettingStep | 'start';

/** The step that a field is on: its first segment. */
export function stepOf(field: FieldId): FindingStep {
  const [first] = field.split('.', 1);
  return settingSteps.find((step) => step === first) ?? 'start';
}

/** Whether a text is the id of a field: one of the table's, with numbers as indexes. */
export function isFieldId(field: string): field is FieldId {
  return field === 'start.file' || rowsById.has(field.replace(indexPattern, '#'));
}

/** The indexes of the field for a path that is at a row's place or below it. */
function indexesOf(row: PlaceRow, path: Path, reading: Reading | undefined): Found<number[]> {
  const indexes: number[] = [];
  for (const [at, step] of row.path.entries()) {
    const given = path[at];
    if (given === undefined) return undefined;
    if (!step.startsWith('#')) {
      if (given !== step) return undefined;
    } else if (step === '#') {
      if (typeof given !== 'number') return undefined;
      indexes.push(given);
    } else {
      const found = reading && inField(step, row, path.slice(0, at), given, reading);
      if (found === undefined) return undefined;
      if (found >= 0) indexes.push(found);
    }
  }
  return indexes;
}

/** The index of a field for a key or index in the files; -1 where the field has none. */
function inField(
  lookup: string,
  row: PlaceRow,
  path: Path,
  given: string | number,
  { settings, values }: Reading,
): Found<number> {
  const known = (index: number) => (index < 0 ? undefined : index);
  switch (lookup) {
    case '#key':
      return known(keysOf(row, settings).indexOf(String(given)));
    case '#mount':
      return known(
        foundFolders(valueIn(values, path.slice(0, -1))).findIndex(({ mount }) => mount === given),
      );
    case '#volume':
      return known(
        foundFolders(valueIn(values, path.slice(0, -1))).findIndex(
          ({ declared }) => declared === given,
        ),
      );
    case '#logs':
      return logMountIn(values) === given ? -1 : undefined;
    case '#data':
      return dataMountIn(values) === given ? -1 : undefined;
    default:
      return undefined;
  }
}

function keysOf({ id }: PlaceRow, { namespace }: Settings): readonly string[] {
  const rows = id.startsWith('namespace.labels') ? namespace.labels : namespace.annotations;
  return rows.map(({ key }) => key);
}

function wordsOf({ label, id, path: template }: PlaceRow, path: Path, reading?: Reading): string {
  const own = label || (template.at(-1) === '#key' ? String(path[template.length - 1]) : '');
  return [ownerOf(id, path, reading), own].filter((part) => part !== '').join(', ');
}

/** The component that a setting is one's own of. */
function ownerOf(id: string, path: Path, reading: Reading | undefined): string {
  if (id.startsWith('security.sentinel')) return id.endsWith('.enabled') ? '' : 'Sentinel';
  if (id.startsWith('components.dagProcessor')) return 'DAG processor';
  if (id.startsWith('components.triggerer')) return 'triggerer';
  if (!id.startsWith('components.workers.#')) return '';
  const index = Number(path[1]);
  return `worker ${reading?.settings.components.workers[index]?.name || index + 1}`;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
