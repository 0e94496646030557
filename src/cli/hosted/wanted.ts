import { agentShape } from '../../agent/documents/agent-shape.ts';
import { textAt } from '../../sources/hosts/host.ts';
import { hostIn } from '../../sources/hosts/host-in.ts';
import { pathOf } from './find-layer.ts';
import { documentsIn, type GivenFile } from './given-files.ts';

/** What hosts take values from besides themselves. */
export interface Wanted {
  readonly isNothing: boolean;
  readonly isFile: (path: string) => boolean;
  /** Of ConfigMaps, Secrets and HelmChartConfigs. */
  readonly names: ReadonlySet<string>;
}

/** What the hosts in files name that may be found in other files. */
export function wantedBy(files: readonly GivenFile[]): Wanted {
  const paths = new Set<string>();
  const names = new Set<string>();
  for (const document of files.flatMap(documentsIn)) {
    const host = hostIn(document.data, agentShape);
    if (host?.kind === 'HelmChart' && host.installs.length > 0) {
      names.add(textAt(document.data, 'metadata', 'name') ?? '');
    }
    for (const layer of host?.installs.flatMap(({ layers }) => layers) ?? []) {
      if (layer.from === 'host') continue;
      if (layer.layer.from === 'object') names.add(layer.layer.name);
      const path = layer.layer.from === 'file' ? pathOf(layer.layer, document) : undefined;
      if (path !== undefined) paths.add(path);
    }
  }
  return {
    isNothing: paths.size === 0 && names.size === 0,
    isFile: (path) => paths.has(path),
    names,
  };
}
