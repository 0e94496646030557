import { dirname, resolve } from 'node:path';
import { importText } from '../../agent/documents/import-document.ts';
import { dataAt, groupOf, textAt } from '../../sources/hosts/host.ts';
import type {
  FileLayer,
  HostLayer,
  ObjectLayer,
  OwnLayer,
} from '../../sources/hosts/host-layer.ts';
import { viewAt } from '../../sources/views/view-at.ts';
import type { ViewRefusal } from '../../sources/views/view-refusal.ts';
import { sopsOf } from '../check/encrypted.ts';
import type { SourceText } from '../check/source-text.ts';
import { repositoryOf } from '../repository-root.ts';
import type { GivenDocument, GivenFile } from './given-files.ts';

/** A layer of a host that stands among the given files. */
export type FoundLayer =
  | {
      readonly kind: 'found';
      readonly source: SourceText;
      /** The object that it is in, and where; undefined for a file of its own. */
      readonly within?: { readonly document: GivenDocument; readonly path: readonly string[] };
    }
  | { readonly kind: 'refused'; readonly document: GivenDocument; readonly refusal: ViewRefusal };

/** Everything that a layer may be found in. */
export interface Given {
  readonly files: readonly GivenFile[];
  readonly documents: readonly GivenDocument[];
}

/**
 * Finds what a host takes values from, if it is among the given files and can be edited there.
 * @param host the document that names it
 * @returns undefined for what is not there, is not plain, or could be one of several
 */
export function findLayer(
  layer: Exclude<HostLayer, OwnLayer>,
  host: GivenDocument,
  given: Given,
): FoundLayer | undefined {
  switch (layer.from) {
    case 'file':
      return findFile(layer, host, given);
    case 'object':
      return findObject(layer, given);
    case 'set':
      return undefined;
  }
}

/** The path of a values file that a host names, absolute; undefined if it is not beside the host. */
export function pathOf({ location }: FileLayer, host: GivenDocument): string | undefined {
  if (location === undefined) return undefined;
  const folder = dirname(host.file.path);
  const base = location.base === 'host' ? folder : repositoryOf(folder);
  return base === undefined ? undefined : resolve(base, location.path);
}

function findFile(layer: FileLayer, host: GivenDocument, { files }: Given): FoundLayer | undefined {
  const path = pathOf(layer, host);
  const file = files.find((one) => path !== undefined && one.path === path);
  if (file === undefined || sopsOf(file.source) !== undefined) return undefined;
  const read = importText(file.source.text, { as: 'values' });
  const isLayer = read.ok ? read.document === 'values' : read.found.kind === 'nothing';
  return isLayer ? { kind: 'found', source: file.source } : undefined;
}

function findObject(
  { kind, name, namespace, key, targetPath }: ObjectLayer,
  { documents }: Given,
): FoundLayer | undefined {
  // A single value of Flux's stands among the layers where Helm's command line has none.
  if (targetPath !== undefined) return undefined;
  const found = documents.filter(({ data }) => {
    if (data.kind !== kind || groupOf(data) !== '') return false;
    if (textAt(data, 'metadata', 'name') !== name) return false;
    const own = textAt(data, 'metadata', 'namespace');
    return own === undefined || namespace === undefined || own === namespace;
  });
  const [document] = found;
  if (document === undefined || found.length > 1 || sopsOf(document.source) !== undefined) {
    return undefined;
  }
  const path = [kind === 'ConfigMap' ? 'data' : 'stringData', key];
  const text = dataAt(document.data, ...path);
  if (typeof text !== 'string') return undefined;
  const viewed = viewAt(document.source.tree, path);
  if (viewed === undefined) return undefined;
  if (!viewed.ok) return { kind: 'refused', document, refusal: viewed.refusal };
  const source = document.source.inner(viewed.view);
  return { kind: 'found', source, within: { document, path } };
}

/** What a HelmChart of this name and namespace is configured by, among the given documents. */
export function findConfig(chart: GivenDocument, { documents }: Given): GivenDocument | undefined {
  const found = documents.filter(
    ({ data }) =>
      data.kind === 'HelmChartConfig' &&
      groupOf(data) === groupOf(chart.data) &&
      textAt(data, 'metadata', 'name') === textAt(chart.data, 'metadata', 'name') &&
      textAt(data, 'metadata', 'namespace') === textAt(chart.data, 'metadata', 'namespace'),
  );
  return found.length === 1 && found[0] !== undefined && sopsOf(found[0].source) === undefined
    ? found[0]
    : undefined;
}
