import { parseTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { dataOf, isObject, type PlainObject } from '../../yaml/value.ts';
import { type ChartShape, isChart, isValuesOf, mentions, setsOwnKey } from '../chart-shape.ts';
import { splitText } from '../split-text.ts';
import { readArgo } from './argo.ts';
import { readConfigMap } from './config-map.ts';
import { readHelmRelease } from './flux.ts';
import { readHelmfile } from './helmfile.ts';
import type { HostKind, HostReader, PathChain, Release, ValuesPlace } from './host.ts';
import type { HostLayer, OwnLayer } from './host-layer.ts';
import { readHelmChart } from './k3s.ts';
import { readKustomization } from './kustomize.ts';
import { readUmbrella } from './umbrella.ts';

/** An install of the chart that a host holds. */
export interface HostedInstall {
  readonly name?: string;
  readonly namespace?: string;
  /** Its values here, the earliest layer first; none if they are all elsewhere. */
  readonly places: readonly ValuesPlace[];
  /** All that its values come from, the earliest layer first; those here as places. */
  readonly layers: readonly InstallLayer[];
  /** Whether nulls in its values here hide nothing. */
  readonly dropsNulls?: boolean;
}

/** What values of an install come from: a place of the host, or something else that it names. */
export type InstallLayer =
  | { readonly from: 'host'; readonly place: ValuesPlace }
  | {
      readonly from: 'elsewhere';
      readonly layer: Exclude<HostLayer, OwnLayer>;
      /** Where the host names it. */
      readonly at: PathChain;
    };

/** A document in which values of the chart stand, or that installs charts. */
export interface Host {
  readonly kind: HostKind;
  /** Of the chart itself; empty for a host of other charts alone. */
  readonly installs: readonly HostedInstall[];
}

/** What installs charts, whichever they are. */
const installers: readonly HostReader[] = [
  readHelmRelease,
  readArgo,
  readHelmChart,
  readKustomization,
  readHelmfile,
];
/** What holds texts and mappings of any kind, and counts only with the chart's values in it. */
const holders: readonly HostReader[] = [readConfigMap, readUmbrella];

/**
 * What a document holds of the chart, and where.
 * @returns undefined for a document that installs nothing and holds no values of the chart
 */
export function hostIn(data: PlainObject, shape: ChartShape): Host | undefined {
  return read(data, shape, maxNesting);
}

/**
 * A HelmChartConfig as an install of the chart whose HelmChart it is of, whatever is in it: mostly
 * it has no key that would tell.
 */
export function configInstall(data: PlainObject, shape: ChartShape): HostedInstall | undefined {
  const reading = readHelmChart(data);
  if (reading?.kind !== 'HelmChartConfig') return undefined;
  return reading.releases.flatMap((one) =>
    installsOf({ ...one, chart: shape.name }, shape, maxNesting),
  )[0];
}

/** How many texts within texts are looked into. */
const maxNesting = 3;

function read(data: PlainObject, shape: ChartShape, nesting: number): Host | undefined {
  for (const reader of installers) {
    const reading = reader(data);
    if (reading === undefined) continue;
    const { kind, releases } = reading;
    return { kind, installs: releases.flatMap((one) => installsOf(one, shape, nesting)) };
  }
  for (const reader of holders) {
    const reading = reader(data);
    const installs = (reading?.releases ?? []).flatMap((one) => installsOf(one, shape, nesting));
    if (reading !== undefined && installs.length > 0) return { kind: reading.kind, installs };
  }
  return undefined;
}

/** One if the release is of the chart; those of the hosts that it holds as texts; or none. */
function installsOf(release: Release, shape: ChartShape, nesting: number): HostedInstall[] {
  const { layers, chart, name, namespace, dropsNulls } = release;
  const known = {
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(dropsNulls === undefined ? {} : { dropsNulls }),
  };
  const seen = layers.map((layer) => (layer.from === 'host' ? look(layer, shape) : layer));
  const inHost = seen.filter((one) => one.from === 'host');
  const isNamed = chart !== undefined && isChart(chart, shape);
  if (isNamed || inHost.some(({ isValues }) => isValues)) {
    // What recognises one layer of a release recognises them all.
    const all = seen.flatMap((one): InstallLayer[] => {
      if (one.from !== 'host') return [{ from: 'elsewhere', layer: one, at: [one.path] }];
      const { path, form } = one;
      return form === undefined ? [] : [{ from: 'host', place: { at: [path], form } }];
    });
    return [{ ...known, places: placesOf(all), layers: all }];
  }
  return inHost.flatMap((one) => within(one, shape, nesting));
}

function placesOf(layers: readonly InstallLayer[]): readonly ValuesPlace[] {
  return layers.flatMap((one) => (one.from === 'host' ? [one.place] : []));
}

/** A place of a host, looked at. */
interface Seen {
  readonly from: 'host';
  readonly path: Path;
  /** Undefined where there is nothing. */
  readonly form: ValuesPlace['form'] | undefined;
  readonly isValues: boolean;
  /** What a text holds: its documents, each with where the text has it. */
  readonly documents: readonly { readonly data: PlainObject; readonly at: Path }[];
}

function look({ path, value }: OwnLayer, shape: ChartShape): Seen {
  const bare: Seen = { from: 'host', path, form: undefined, isValues: false, documents: [] };
  if (isObject(value)) {
    const form = Object.keys(value).length > 0 ? 'mapping' : undefined;
    return { ...bare, form, isValues: isValuesOf(value, shape) };
  }
  if (typeof value !== 'string' || value.trim() === '') return bare;
  const text: Seen = { ...bare, form: 'text' };
  // Most texts of a cluster say nothing of the chart, and need not be read.
  const mayBe = mentions(value, shape) || value.includes('workers');
  if (!mayBe) return text;
  const { root, problems } = parseTree(value);
  const [problem] = problems;
  if (problem?.code === 'several-documents') return { ...text, documents: documentsIn(value) };
  if (problem !== undefined) return { ...text, isValues: setsOwnKey(value, shape) };
  const data = root && dataOf(root);
  if (!isObject(data)) return text;
  return { ...text, isValues: isValuesOf(data, shape), documents: [{ data, at: [] }] };
}

function documentsIn(text: string): Seen['documents'] {
  return splitText(text).flatMap((part, index) => {
    const { root } = parseTree(part.text);
    const data = root && dataOf(root);
    return isObject(data) ? [{ data, at: [index] }] : [];
  });
}

/** A host inside a text: a ConfigMap may hold an Application. */
function within({ path, documents }: Seen, shape: ChartShape, nesting: number): HostedInstall[] {
  if (nesting === 0) return [];
  return documents.flatMap(({ data, at }) =>
    (read(data, shape, nesting - 1)?.installs ?? []).map((install) => {
      const lead = ([first, ...rest]: PathChain): PathChain => [path, [...at, ...first], ...rest];
      const layers = install.layers.map(
        (one): InstallLayer =>
          one.from === 'host'
            ? { ...one, place: { ...one.place, at: lead(one.place.at) } }
            : { ...one, at: lead(one.at) },
      );
      return { ...install, places: placesOf(layers), layers };
    }),
  );
}
