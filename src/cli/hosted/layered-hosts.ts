import { agentShape } from '../../agent/documents/agent-shape.ts';
import { droppedNulls } from '../../sources/dropped-nulls.ts';
import { configInstall, type HostedInstall, hostIn } from '../../sources/hosts/host-in.ts';
import { notesOf } from '../../sources/install-notes.ts';
import { fileLayer, type Layer } from '../../sources/layers/layer.ts';
import { mergeLayers } from '../../sources/layers/merge-layers.ts';
import { type OpenInstall, type OpenLayer, openHost } from '../../sources/open-host.ts';
import { textAt } from '../../yaml/locate.ts';
import { sopsOf } from '../check/encrypted.ts';
import { noteDiagnostic, shownName } from '../check/hosted-installs.ts';
import type { SourceText } from '../check/source-text.ts';
import { dataIn } from '../check/text-objects.ts';
import { unreadable } from '../check/unreadable.ts';
import { LayeredTexts } from '../layers/layered-texts.ts';
import type { Diagnostic } from '../report/report.ts';
import { findConfig, findLayer, type Given } from './find-layer.ts';
import { documentsIn, type GivenDocument, type GivenFile } from './given-files.ts';
import { installPlace, objectId, Taken } from './taken.ts';

/** An install of a host whose values are merged of several texts, which are all at hand. */
export interface LayeredHost {
  readonly name: string | undefined;
  /** Where Helm installs it, as far as the host says. */
  readonly namespace: string | undefined;
  /** Undefined if a part of it cannot be read. */
  readonly texts: LayeredTexts | undefined;
  readonly problems: readonly Diagnostic[];
  readonly notes: readonly Diagnostic[];
}

export interface LayeredHosts {
  readonly installs: readonly LayeredHost[];
  /** What of the files is one of their layers. */
  readonly taken: Taken;
}

/** A layer with the text that the host has or names, and the document that says so. */
interface PlacedLayer {
  readonly layer: OpenLayer;
  readonly document: GivenDocument;
}

/**
 * The installs of hosts whose values stand in several places among the files: several blocks, a
 * ConfigMap or Secret, values files, a HelmChart with its HelmChartConfig. All others are judged
 * where they stand, and are none of these.
 */
export function layeredHosts(files: readonly GivenFile[]): LayeredHosts {
  const documents = files.flatMap(documentsIn);
  const given = { files, documents };
  const taken = new Taken();
  const installs = documents.flatMap((document) => {
    const host = isSole(document, documents) ? hostIn(document.data, agentShape) : undefined;
    if (host === undefined || host.kind === 'HelmChartConfig' || host.kind === 'helmfile')
      return [];
    const opened = openHost(document.source.tree, host);
    return host.installs.flatMap((install, index) => {
      const open = opened[index];
      if (open === undefined || install.layers.some(isNested)) return [];
      return layeredHost({ document, install, open }, given, taken) ?? [];
    });
  });
  return { installs, taken };
}

/** Names tell what is a layer, so they have to be of one object of the file alone. */
function isSole({ file, source, data }: GivenDocument, all: readonly GivenDocument[]): boolean {
  const id = objectId(data);
  const same = all.filter((one) => one.file === file && objectId(one.data) === id);
  return same.length === 1 && sopsOf(source) === undefined;
}

function isNested(layer: HostedInstall['layers'][number]): boolean {
  return (layer.from === 'host' ? layer.place.at : layer.at).length > 1;
}

interface Hosting {
  readonly document: GivenDocument;
  readonly install: HostedInstall;
  readonly open: OpenInstall;
}

/** Undefined for an install that has but one text, which is in its host. */
function layeredHost(hosting: Hosting, given: Given, taken: Taken): LayeredHost | undefined {
  const { document, install, open } = hosting;
  const config = open.host === 'HelmChart' ? configOf(document, given) : undefined;
  const layers = withConfig(hosting, config);
  const sources: SourceText[] = [];
  const problems: Diagnostic[] = [];
  const merged = new Set<OpenLayer>();
  const takes: (() => void)[] = [];
  for (const { layer, document: own } of layers) {
    if (layer.kind === 'closed') problems.push(unreadable(own.source, layer.problem));
    else if (layer.kind === 'block') sources.push(own.source.inner(layer.view));
    else {
      const found = findLayer(layer.layer, own, given);
      if (found === undefined) continue;
      merged.add(layer);
      if (found.kind === 'refused') {
        problems.push(unreadable(found.document.source, found.refusal));
        continue;
      }
      const { source, within } = found;
      sources.push(source);
      takes.push(() => {
        if (within === undefined) taken.addFile(source.file);
        else taken.add(source.file, within.document.data, [within.path]);
      });
    }
  }
  const isSole = sources.length < 2 && merged.size === 0 && config === undefined;
  // Kustomize takes nulls out, where Helm keeps them.
  if (isSole || (install.dropsNulls === true && sources.some(hasNulls))) return undefined;
  takes.push(() => taken.add(document.source.file, document.data, installPlace(install)));
  if (config !== undefined) {
    takes.push(() => taken.add(config.document.source.file, config.document.data));
  }
  for (const take of takes) take();
  const name = shownName(open);
  const named = <T extends Diagnostic>(one: T): T =>
    name === undefined ? one : { ...one, install: name };
  const texts = problems.length === 0 ? mergedTexts(sources, problems) : undefined;
  const namespace = texts && textAt(texts.merge.tree, ['namespace']);
  const notes = [
    ...notesOf(open, namespace, merged).map((note) => {
      const { place } = note;
      return 'path' in place && texts !== undefined
        ? { ...noteDiagnostic(note, document.source, undefined), place: texts.placeAt(place.path) }
        : noteDiagnostic(note, document.source, undefined);
    }),
    ...(config === undefined
      ? []
      : notesOf(config.open, undefined, merged).map((note) =>
          noteDiagnostic(note, config.document.source, undefined),
        )),
  ];
  return {
    name,
    namespace: open.namespace,
    texts,
    problems: problems.map(named),
    notes: notes.map(named),
  };
}

interface Config {
  readonly document: GivenDocument;
  readonly open: OpenInstall;
}

function configOf(chart: GivenDocument, given: Given): Config | undefined {
  const document = findConfig(chart, given);
  const install = document && configInstall(document.data, agentShape);
  if (document === undefined || install === undefined) return undefined;
  const host = { kind: 'HelmChartConfig', installs: [install] } as const;
  const [open] = openHost(document.source.tree, host);
  return open === undefined ? undefined : { document, open };
}

/** What a HelmChartConfig says stands between a HelmChart's own values and its `set`. */
function withConfig({ document, open }: Hosting, config: Config | undefined): PlacedLayer[] {
  const own = open.layers.map((layer) => ({ layer, document }));
  if (config === undefined) return own;
  const isSet = ({ layer }: PlacedLayer) =>
    layer.kind === 'elsewhere' && layer.layer.from === 'set';
  const others = config.open.layers.map((layer) => ({ layer, document: config.document }));
  return [...own.filter((one) => !isSet(one)), ...others, ...own.filter(isSet)];
}

function hasNulls(source: SourceText): boolean {
  return droppedNulls(dataIn(source)).length > 0;
}

function mergedTexts(
  sources: readonly SourceText[],
  problems: Diagnostic[],
): LayeredTexts | undefined {
  const layers: readonly Layer[] = sources.map((source) => {
    const line = source.placeOf({ offset: 0, length: 0 }).region?.startLine ?? 1;
    return fileLayer(source.file, source.text, line);
  });
  const result = mergeLayers(layers, () => undefined);
  if (result.ok) return new LayeredTexts(result.merge, sources, undefined);
  for (const { layer, ...problem } of result.problems) {
    const source = sources[layers.indexOf(layer)];
    if (source !== undefined) problems.push(unreadable(source, problem));
  }
  return undefined;
}
