import type { Path } from '../../yaml/path.ts';

/** What an install takes values from. Hosts name these in the order in which Helm merges them. */
export type HostLayer = OwnLayer | FileLayer | ObjectLayer | SetLayer;

/** A mapping or a text of the host itself. */
export interface OwnLayer {
  readonly from: 'host';
  readonly path: Path;
  /** A mapping or a text; anything else holds none. */
  readonly value: unknown;
}

/** A values file that the host names. */
export interface FileLayer {
  readonly from: 'file';
  /** Of the host's data, where it is named. */
  readonly path: Path;
  /** As the host names it: relative to the host or the chart, an address, a `$ref`. */
  readonly file: string;
  readonly optional: boolean;
  /** Where it is beside the host, if it is. */
  readonly location?: FileLocation;
}

/** Where a file is that a host names, in the repository that the host is in. */
export interface FileLocation {
  /** What the path begins at: the host's folder, or the root of its repository. */
  readonly base: 'host' | 'repository';
  readonly path: string;
}

/** A key of a ConfigMap or Secret. */
export interface ObjectLayer {
  readonly from: 'object';
  readonly path: Path;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  /** That of the object, if the host says its own. */
  readonly namespace?: string;
  readonly key: string;
  readonly optional: boolean;
  /** The text there is one value for this path, in the grammar of `--set`, and no file. */
  readonly targetPath?: string;
}

/** One value, as by an option of Helm's command line. */
export interface SetLayer {
  readonly from: 'set';
  readonly path: Path;
  readonly option: 'set' | 'set-string' | 'set-file';
  /** In the grammar of `--set`, as is the value. */
  readonly name: string;
  readonly value: string;
}

/** A layer for people: `valuesFrom ConfigMap agent-values`. */
export function layerName(layer: Exclude<HostLayer, OwnLayer>): string {
  switch (layer.from) {
    case 'file':
      return layer.file;
    case 'object':
      return `${layer.kind} ${layer.name}, key ${layer.key}`;
    case 'set':
      return layer.name;
  }
}
