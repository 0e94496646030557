import { agentShape } from '../../agent/documents/agent-shape.ts';
import { mentions } from '../../sources/chart-shape.ts';
import { systemReason } from '../failure.ts';
import type { Source } from '../input/sources.ts';
import { splitDocuments } from '../input/split-documents.ts';
import { realPath } from '../repository-root.ts';
import type { LayeredHosts } from './layered-hosts.ts';

/** A document that may be a host of the chart which takes values from several places. */
const host = /\b(?:HelmRelease|Application|ApplicationSet|HelmChart|helmCharts)\b/;

/**
 * Finds the hosts among many files that take values from several places. Most runs have none, and
 * read nothing a second time for it.
 */
export class LayeredSearch {
  private readonly hosts = new Set<Source>();

  /** A document of a source, as it is read for other ends. */
  look(source: Source, text: string): void {
    if (source.path !== undefined && host.test(text) && mentions(text, agentShape)) {
      this.hosts.add(source);
    }
  }

  /** Undefined if there is no such host. */
  async find(sources: readonly Source[]): Promise<LayeredHosts | undefined> {
    if (this.hosts.size === 0) return undefined;
    const { layeredHosts } = await import('./layered-hosts.ts');
    const { wantedBy } = await import('./wanted.ts');
    const { readGiven } = await import('./read-given.ts');
    const hosts = await readGiven([...this.hosts]);
    const wanted = wantedBy(hosts);
    if (wanted.isNothing) return layeredHosts(hosts);
    const others: Source[] = [];
    for (const source of sources) {
      const { path } = source;
      if (path === undefined || this.hosts.has(source)) continue;
      if (
        wanted.isFile(realPath(path)) ||
        (wanted.names.size > 0 && (await mayHold(source, wanted.names)))
      ) {
        others.push(source);
      }
    }
    return layeredHosts([...hosts, ...(await readGiven(others))]);
  }
}

const holder = /\b(?:ConfigMap|Secret|HelmChartConfig)\b/;

/** Whether a source has an object of one of the names that values may be in. */
async function mayHold(source: Source, names: ReadonlySet<string>): Promise<boolean> {
  try {
    for await (const { text } of splitDocuments(source.open())) {
      if (holder.test(text) && [...names].some((name) => text.includes(name))) return true;
    }
  } catch (error) {
    // Whoever judges the file meets the same error, and reports it.
    systemReason(error);
  }
  return false;
}
