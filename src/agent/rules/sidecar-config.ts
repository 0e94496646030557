import { parseTree } from '../../yaml/parse-tree.ts';
import { dataOf } from '../../yaml/value.ts';
import { sidecarDefaults } from '../chart/chart.ts';
import { normalPath } from '../chart/mount-path.ts';
import { isMapping, listOf, type Mapping, textOf, valueAt, valueIn } from '../documents/plain.ts';

/** What Vector's configuration says, read only: its text is never edited. */
export interface SidecarConfig {
  readonly dataDir: string;
  /** The globs of all its file sources. */
  readonly includes: readonly string[];
}

let last: { readonly text: string; readonly config: SidecarConfig } | undefined;

/** Reads `loggingSidecar.config`, a YAML text or, as some have it, a mapping. */
export function sidecarConfig(values: Mapping): SidecarConfig {
  const config = valueIn(values, ['loggingSidecar', 'config']);
  if (typeof config !== 'string') return read(config, '');
  // The same text is asked about by several rules at every keystroke elsewhere in the file.
  if (last?.text !== config) {
    const { root } = parseTree(config);
    last = { text: config, config: read(root && dataOf(root), config) };
  }
  return last.config;
}

/** The folder in which Vector keeps its checkpoints. */
export function dataDirOf(values: Mapping): string {
  return sidecarConfig(values).dataDir;
}

function read(data: unknown, text: string): SidecarConfig {
  // A config with template parts may not parse; its first level is still plain to see.
  const dataDir = isMapping(data)
    ? textOf(valueAt(data, 'data_dir'))
    : (/^data_dir:[ \t]*["']?([^"'\s#]+)/m.exec(text)?.[1] ?? '');
  const sources = valueAt(data, 'sources');
  const all = isMapping(sources) ? Object.values(sources) : [];
  const files = all.filter((source) => textOf(valueAt(source, 'type')) === 'file');
  return {
    dataDir: normalPath(dataDir.startsWith('/') ? dataDir : sidecarDefaults.dataDir),
    includes: files.flatMap((source) => listOf(valueAt(source, 'include')).map(textOf)),
  };
}
