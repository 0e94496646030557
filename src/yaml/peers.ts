import { nodeAt } from './locate.ts';
import { resolve } from './mapping.ts';
import type { MappingNode, SequenceNode, YamlNode } from './node.ts';
import type { Quote } from './style.ts';

/** Peers are the nodes that a new one comes to stand beside: what is added is quoted as they are. */

/** The values that a collection has already. */
export function valuesIn(node: MappingNode | SequenceNode | undefined): readonly YamlNode[] {
  if (node === undefined) return [];
  if (node.kind === 'sequence') return node.items;
  return node.entries.flatMap(({ merge, value }) => (merge ? [] : [value]));
}

/** What the peers have under a key or index. */
export function peersAt(peers: readonly YamlNode[], step: string | number): readonly YamlNode[] {
  return peers.flatMap((peer) => nodeAt(peer, [step]) ?? []);
}

/** The quotes that all texts among the peers stand in; undefined where one has none or another, or there is no text. */
export function quoteOf(peers: readonly YamlNode[]): Quote | undefined {
  let quote: Quote | undefined;
  for (const peer of peers) {
    const node = resolve(peer);
    if (node.kind !== 'scalar' || typeof node.value !== 'string') continue;
    const own = node.style === 'single' || node.style === 'double' ? node.style : undefined;
    if (own === undefined || (quote !== undefined && own !== quote)) return undefined;
    quote = own;
  }
  return quote;
}
