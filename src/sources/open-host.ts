import { rangeAt } from '../yaml/locate.ts';
import { parseTree, rememberTree, type YamlTree } from '../yaml/parse-tree.ts';
import { partTree } from '../yaml/part-tree.ts';
import type { Path } from '../yaml/path.ts';
import type { YamlProblem } from '../yaml/problem.ts';
import type { TextRange } from '../yaml/text-edit.ts';
import { dataOf } from '../yaml/value.ts';
import { droppedNulls } from './dropped-nulls.ts';
import type { HostKind, PathChain } from './hosts/host.ts';
import type { Host, HostedInstall, InstallLayer } from './hosts/host-in.ts';
import type { HostLayer, OwnLayer } from './hosts/host-layer.ts';
import { splitText } from './split-text.ts';
import { documentView } from './views/document-view.ts';
import { nested, type View } from './views/view.ts';
import { viewAt } from './views/view-at.ts';
import type { ViewRefusal } from './views/view-refusal.ts';

/** An install of the chart in a host text, with all that its values come from. */
export interface OpenInstall {
  readonly host: HostKind;
  /** As the host names it, else undefined. */
  readonly name: string | undefined;
  /** Helm's, for values that say none. */
  readonly namespace: string | undefined;
  /** The earliest first. */
  readonly layers: readonly OpenLayer[];
}

export type OpenLayer = Block | ClosedBlock | Elsewhere;

/** Values in the host: a document of their own. */
export interface Block {
  readonly kind: 'block';
  readonly view: View;
  /** The key that the values are below; in the host's text. */
  readonly range: TextRange;
  /** Where nulls stand that the host takes out before Helm sees them; paths in the block. */
  readonly droppedNulls: readonly Path[];
}

/** Values in the host that are no document of their own. */
export interface ClosedBlock {
  readonly kind: 'closed';
  readonly problem: ViewRefusal | YamlProblem;
  readonly range: TextRange;
}

/** Values that stand somewhere else. */
export interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly layer: Exclude<HostLayer, OwnLayer>;
  /** Where the host names it, in the host's text. */
  readonly range: TextRange;
}

/**
 * The installs of a host, each of its values a document that can be edited in place.
 * @param tree that of the host's document, which can be read
 * @param at where the host is in it, such as an item of a List
 */
export function openHost(tree: YamlTree, host: Host, at: Path = []): readonly OpenInstall[] {
  return host.installs.map((install) => ({
    host: host.kind,
    name: install.name,
    namespace: install.namespace,
    layers: install.layers.map((layer) => openLayer(tree, layer, install, at)),
  }));
}

function openLayer(
  tree: YamlTree,
  layer: InstallLayer,
  { dropsNulls }: HostedInstall,
  at: Path,
): OpenLayer {
  const isHere = layer.from === 'host';
  const [first, ...rest] = isHere ? layer.place.at : layer.at;
  const chain: PathChain = [[...at, ...first], ...rest];
  const around = openTexts(tree, chain);
  if ('problem' in around) return { kind: 'closed', ...around };
  const { tree: inner, view, path } = around;
  const placed = rangeAt(inner, path);
  const inHost = (range: TextRange) => (view === undefined ? range : view.toHost(range));
  const range = inHost(placed.key ?? placed.range);
  if (!isHere) return { kind: 'elsewhere', layer: layer.layer, range };
  const found = viewAt(inner, path);
  if (found === undefined) throw new RangeError('A place of a host leads nowhere');
  if (!found.ok) {
    const { refusal } = found;
    return { kind: 'closed', problem: { ...refusal, range: inHost(refusal.range) }, range };
  }
  const own = found.view;
  if (found.node.kind === 'mapping') {
    const root = partTree(found.node, (offset) => own.fromHost(offset) ?? offset);
    rememberTree({ text: own.text, root, problems: [] });
  }
  const { root } = parseTree(own.text);
  return {
    kind: 'block',
    view: view === undefined ? own : nested(view, own),
    range,
    droppedNulls: dropsNulls === true && root !== undefined ? droppedNulls(dataOf(root)) : [],
  };
}

/** The innermost text of a chain, with the tree in which its last path leads on. */
function openTexts(
  tree: YamlTree,
  chain: PathChain,
):
  | { readonly tree: YamlTree; readonly view: View | undefined; readonly path: Path }
  | Pick<ClosedBlock, 'problem' | 'range'> {
  let inner = tree;
  let view: View | undefined;
  let path = chain[0];
  const enter = (next: View) => {
    view = view === undefined ? next : nested(view, next);
    inner = parseTree(next.text);
  };
  for (const next of chain.slice(1)) {
    const found = viewAt(inner, path);
    if (found === undefined) throw new RangeError('A place of a host leads nowhere');
    const inHost = (range: TextRange) => (view === undefined ? range : view.toHost(range));
    if (!found.ok) {
      const range = inHost(found.refusal.range);
      return { problem: { ...found.refusal, range }, range };
    }
    enter(found.view);
    const [document, ...rest] = next;
    path = typeof document === 'number' ? rest : next;
    const part = typeof document === 'number' ? splitText(inner.text)[document] : undefined;
    if (part !== undefined) enter(documentView(inner.text, part.offset, part.text));
  }
  return { tree: inner, view, path };
}
