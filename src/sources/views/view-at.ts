import { ownEntry, provider } from '../../yaml/mapping.ts';
import type { Entry, MappingNode, ScalarNode, YamlNode } from '../../yaml/node.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { columnOf, firstOnLine, lineEnd } from '../../yaml/trivia.ts';
import { literalLines, mappingLines } from './block-lines.ts';
import { crossingAlias } from './crossing.ts';
import { lineView } from './line-view.ts';
import type { View } from './view.ts';
import { type Refused, refused, type ViewRefusal } from './view-refusal.ts';

/** A document within another: a view of it, or why there is none. */
export type Viewed = { readonly ok: true; readonly view: View; readonly node: YamlNode } | Refused;

/**
 * The mapping or literal text at a path as a document of its own.
 * @returns undefined where the path leads nowhere, or to neither mapping nor text
 */
export function viewAt(tree: YamlTree, path: Path): Viewed | undefined {
  const found = ownPlace(tree.root, path);
  if (found === undefined || 'ok' in found) return found;
  const { node, entry, parent } = found;
  if (node.kind === 'alias') return refused('alias', node.range);
  if (node.kind === 'scalar') {
    if (typeof node.value !== 'string') return undefined;
    return textView(tree, node, columnOf(tree.text, parent.content));
  }
  return node.kind === 'mapping' ? mappingView(tree, node, entry) : undefined;
}

interface OwnPlace {
  readonly node: YamlNode;
  readonly entry: Entry;
  readonly parent: MappingNode;
}

/** What is written at a path itself: what comes from an anchor elsewhere is refused. */
function ownPlace(root: YamlNode | undefined, path: Path): OwnPlace | Refused | undefined {
  let node = root;
  let place: Omit<OwnPlace, 'node'> | undefined;
  for (const step of path) {
    if (node?.kind === 'alias') return refused('alias', node.range);
    if (node?.kind === 'mapping' && typeof step === 'string') {
      const given = provider(node, step);
      if (given === undefined) return undefined;
      if (given.kind === 'merged') return refused('merged', given.through.key.range);
      const entry = ownEntry(node, step) ?? given.entry;
      place = { entry, parent: node };
      node = entry.value;
    } else if (node?.kind === 'sequence' && typeof step === 'number') node = node.items[step];
    else return undefined;
  }
  return node === undefined || place === undefined ? undefined : { ...place, node };
}

function mappingView(tree: YamlTree, node: MappingNode, entry: Entry): Viewed {
  if (node.flow) return refused('flow-style', node.range);
  const { text } = tree;
  const isBelow = lineEnd(text, Math.max(entry.colon, 0)) < node.content;
  if (!isBelow || !firstOnLine(text, node.content)) return refused('not-below', entry.key.range);
  const alias = crossingAlias(tree, node);
  if (alias !== undefined) return refused(alias.code, alias.range);
  return { ok: true, view: lineView(mappingLines(text, node)), node };
}

const styles: Partial<Readonly<Record<ScalarNode['style'], ViewRefusal['code']>>> = {
  folded: 'folded-text',
  single: 'quoted-text',
  double: 'quoted-text',
  plain: 'plain-text',
};

function textView({ text }: YamlTree, node: ScalarNode, parent: number): Viewed {
  const { offset, length } = node.range;
  const firstLine = { offset, length: Math.min(length, lineEnd(text, offset) - offset) };
  const code = styles[node.style];
  if (code !== undefined) return refused(code, firstLine);
  const view = lineView(literalLines(text, node, parent));
  // Line breaks are the host's in the view, and line feeds for whoever reads the value.
  const isSame = view.text.replace(/\r\n?/g, '\n') === node.value;
  return isSame ? { ok: true, view, node } : refused('odd-text', firstLine);
}
