import type { AliasNode, YamlNode } from '../../yaml/node.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { TextRange } from '../../yaml/text-edit.ts';

/**
 * An alias that ties a part of a document to the rest of it, in either direction: alone the part
 * could not be read, or an edit of it would alter what is elsewhere.
 */
export function crossingAlias(
  { text, root }: YamlTree,
  part: YamlNode,
): { readonly code: 'alias-in' | 'alias-out'; readonly range: TextRange } | undefined {
  // Without a sign of an alias there is nothing to look through a long document for.
  if (root === undefined || !text.includes('*')) return undefined;
  const isInside = ({ range }: YamlNode) =>
    range.offset >= part.range.offset &&
    range.offset + range.length <= part.range.offset + part.range.length;
  const aliases: AliasNode[] = [];
  collect(root, aliases);
  const crossing = aliases.find((alias) => isInside(alias) !== isInside(alias.target));
  if (crossing === undefined) return undefined;
  return { code: isInside(crossing) ? 'alias-in' : 'alias-out', range: crossing.range };
}

function collect(node: YamlNode, found: AliasNode[]): void {
  if (node.kind === 'alias') found.push(node);
  else if (node.kind === 'sequence') for (const item of node.items) collect(item, found);
  else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries) {
      collect(key, found);
      collect(value, found);
    }
  }
}
