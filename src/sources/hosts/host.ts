import type { Path } from '../../yaml/path.ts';
import { isObject, type PlainObject } from '../../yaml/value.ts';
import type { FileLocation, HostLayer } from './host-layer.ts';

/** What values stand in, apart from a file of their own. */
export type HostKind =
  | 'umbrella'
  | 'HelmRelease'
  | 'Application'
  | 'ApplicationSet'
  | 'HelmChart'
  | 'HelmChartConfig'
  | 'Kustomization'
  | 'ConfigMap'
  | 'Secret'
  | 'helmfile';

/**
 * A path in a host. Where a text of it holds a host of its own, each path but the first leads on
 * from the text that the one before it leads to; in a text of several documents it begins with the
 * number of the document, from 0.
 */
export type PathChain = readonly [Path, ...Path[]];

/** Where values of the chart are in a document. */
export interface ValuesPlace {
  /** Of the mapping, or of the text that holds them. */
  readonly at: PathChain;
  /** A text is a YAML document of its own. */
  readonly form: 'mapping' | 'text';
}

/** One install of a host, as far as the host says. */
export interface Release {
  /** Absent if the host does not name it. */
  readonly name?: string;
  /** Where Helm installs it. */
  readonly namespace?: string;
  /** As the host names it, perhaps with a repository. */
  readonly chart?: string;
  /** What its values come from, the earliest first. */
  readonly layers: readonly HostLayer[];
  /** Kustomize takes nulls out of what it merges, so that they hide nothing. */
  readonly dropsNulls?: boolean;
}

/** A document that installs charts, or holds the values of some. */
export interface HostReading {
  readonly kind: HostKind;
  readonly releases: readonly Release[];
}

/** Reads one kind of host; undefined for data that is none. */
export type HostReader = (data: PlainObject) => HostReading | undefined;

/** The API group of an object; empty for the core group. */
export function groupOf({ apiVersion }: PlainObject): string {
  if (typeof apiVersion !== 'string') return '';
  return apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));
}

/** The data at a path, if it is a mapping; else an empty one. */
export function mappingAt(data: unknown, ...path: readonly string[]): PlainObject {
  const found = dataAt(data, ...path);
  return isObject(found) ? found : {};
}

/** The text at a path; undefined if there is none, or an empty one. */
export function textAt(data: unknown, ...path: readonly string[]): string | undefined {
  const found = dataAt(data, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** The items of the list at a path. */
export function listAt(data: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = dataAt(data, ...path);
  return Array.isArray(found) ? found : [];
}

/** The data at a path of keys; undefined where it leads nowhere. */
export function dataAt(data: unknown, ...path: readonly string[]): unknown {
  let found = data;
  for (const key of path) {
    if (!isObject(found) || !Object.hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

/** A release with what is known of it alone. */
export function releaseOf(
  layers: readonly HostLayer[],
  known: Readonly<Record<'name' | 'namespace' | 'chart', string | undefined>>,
): Release {
  const { name, namespace, chart } = known;
  return {
    layers,
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(chart === undefined ? {} : { chart }),
  };
}

/** Values in the host itself. */
export function own(path: Path, value: unknown): HostLayer {
  return { from: 'host', path, value };
}

/**
 * Values files that a list of the host names, those that are no texts left out.
 * @param locate where such a file is beside the host, if it is
 */
export function namedFiles(
  files: readonly unknown[],
  path: Path,
  {
    optional = false,
    locate,
  }: {
    readonly optional?: boolean;
    readonly locate?: (file: string) => FileLocation | undefined;
  } = {},
): HostLayer[] {
  return files.flatMap((file, index) =>
    typeof file === 'string' && file !== ''
      ? [namedFile(file, [...path, index], optional, locate?.(file))]
      : [],
  );
}

/** A values file that a host names. */
export function namedFile(
  file: string,
  path: Path,
  optional: boolean,
  location: FileLocation | undefined,
): HostLayer {
  const layer = { from: 'file', path, file, optional } as const;
  return location === undefined ? layer : { ...layer, location };
}
