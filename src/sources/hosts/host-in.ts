import { parseTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { dataOf, isObject, type PlainObject } from '../../yaml/value.ts';
import { type ChartShape, isChart, isValuesOf, mentions, setsOwnKey } from '../chart-shape.ts';
import { readArgo } from './argo.ts';
import { readConfigMap } from './config-map.ts';
import { readHelmRelease } from './flux.ts';
import { readHelmfile } from './helmfile.ts';
import type { Candidate, HostKind, HostReader, Release, ValuesPlace } from './host.ts';
import { readHelmChart } from './k3s.ts';
import { readKustomization } from './kustomize.ts';
import { readUmbrella } from './umbrella.ts';

/** An install of the chart that a host holds. */
export interface HostedInstall {
  readonly name?: string;
  readonly namespace?: string;
  /** Its values here, the earliest layer first; none if they are all elsewhere. */
  readonly places: readonly ValuesPlace[];
}

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
  const { candidates, chart, name, namespace } = release;
  const known = {
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
  };
  const seen = candidates.map((candidate) => look(candidate, shape));
  const isNamed = chart !== undefined && isChart(chart, shape);
  if (isNamed || seen.some(({ isValues }) => isValues)) {
    // What recognises one layer of a release recognises them all.
    const places = seen.flatMap(({ path, form }): ValuesPlace[] =>
      form === undefined ? [] : [{ at: [path], form }],
    );
    return [{ ...known, places }];
  }
  return seen.flatMap((one) => within(one, shape, nesting));
}

/** A place of a host, looked at. */
interface Seen {
  readonly path: Path;
  /** Undefined where there is nothing. */
  readonly form: ValuesPlace['form'] | undefined;
  readonly isValues: boolean;
  /** What a text holds. */
  readonly data?: PlainObject;
}

function look({ path, value }: Candidate, shape: ChartShape): Seen {
  if (isObject(value)) {
    const form = Object.keys(value).length > 0 ? 'mapping' : undefined;
    return { path, form, isValues: isValuesOf(value, shape) };
  }
  if (typeof value !== 'string' || value.trim() === '') {
    return { path, form: undefined, isValues: false };
  }
  // Most texts of a cluster say nothing of the chart, and need not be read.
  const mayBe = mentions(value, shape) || value.includes('workers');
  if (!mayBe) return { path, form: 'text', isValues: false };
  const { root, problems } = parseTree(value);
  if (problems.length > 0) return { path, form: 'text', isValues: setsOwnKey(value, shape) };
  const data = root && dataOf(root);
  if (!isObject(data)) return { path, form: 'text', isValues: false };
  return { path, form: 'text', isValues: isValuesOf(data, shape), data };
}

/** A host inside a text: a ConfigMap may hold an Application. */
function within({ path, data }: Seen, shape: ChartShape, nesting: number): HostedInstall[] {
  if (data === undefined || nesting === 0) return [];
  return (read(data, shape, nesting - 1)?.installs ?? []).map((install) => ({
    ...install,
    places: install.places.map(({ at, form }): ValuesPlace => ({ at: [path, ...at], form })),
  }));
}
