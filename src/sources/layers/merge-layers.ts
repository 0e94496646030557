import { resolve } from '../../yaml/mapping.ts';
import type { MappingNode } from '../../yaml/node.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { TextRange } from '../../yaml/text-edit.ts';
import { dataOf, isObject } from '../../yaml/value.ts';
import { applySet, type FileText, setKinds } from '../set/apply-set.ts';
import type { SetWrite } from '../set/set-write.ts';
import type { FileLayer, Layer, SetLayer } from './layer.ts';
import { mergedMapping } from './merged-mapping.ts';
import { shifted } from './shifted.ts';
import { withValue } from './written-node.ts';

/** One layer in the merge. */
export interface MergeStep {
  readonly layer: Layer;
  /** Where the layer's text begins in the merge's. */
  readonly start: number;
  /** What was merged before it. */
  readonly before: MappingNode | undefined;
  /** What an option sets; nothing for a file. */
  readonly writes: readonly SetWrite[];
}

/** What Helm makes of layers. */
export interface Merge {
  readonly steps: readonly MergeStep[];
  /**
   * What was merged as a tree, each node in the range of the layer that decides it: its text is
   * that of all layers, one after the other. A mapping that several layers add to has the range
   * of the first.
   */
  readonly tree: YamlTree;
  /** What the options were read with; for merging again. */
  readonly fileText: FileText;
}

/** Why a layer cannot be merged, with the place in its own text. */
export interface LayerProblem {
  readonly layer: Layer;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly range: TextRange;
}

export type MergeResult =
  | { readonly ok: true; readonly merge: Merge }
  | { readonly ok: false; readonly problems: readonly LayerProblem[] };

/**
 * Merges values as Helm does: files in their order, then options by their kind, whatever their
 * order on the command line.
 * @param fileText reads what `--set-file` names
 */
export function mergeLayers(layers: readonly Layer[], fileText: FileText): MergeResult {
  const files = layers.filter((layer) => layer.kind === 'file');
  const problems = files.flatMap(problemsOf);
  if (problems.length > 0) return { ok: false, problems };
  const steps: MergeStep[] = [];
  let root: MappingNode | undefined;
  let text = '';
  for (const layer of files) {
    const { start, joined } = behind(text, layer.tree.text, steps.length === 0);
    steps.push({ layer, start, before: root, writes: [] });
    const own = layer.tree.root && shifted(layer.tree.root, start);
    const mapping = own && resolve(own);
    if (mapping?.kind === 'mapping') {
      root = root === undefined ? mapping : mergedMapping(root, mapping);
    }
    text = joined;
  }
  for (const layer of inOrder(layers)) {
    const { start, joined } = behind(text, layer.text, steps.length === 0);
    const before = root ?? nothing;
    const data = dataOf(before);
    const result = applySet(layer, isObject(data) ? data : {}, fileText);
    if (!result.ok) return { ok: false, problems: [{ layer, ...result.problem }] };
    steps.push({ layer, start, before: root, writes: result.writes });
    root = written(before, result.writes, start);
    text = joined;
  }
  return { ok: true, merge: { steps, tree: { text, root, problems: [] }, fileText } };
}

function behind(text: string, next: string, isFirst: boolean) {
  return isFirst
    ? { start: 0, joined: next }
    : { start: text.length + 1, joined: `${text}\n${next}` };
}

function written(root: MappingNode, writes: readonly SetWrite[], start: number): MappingNode {
  let now = root;
  for (const { path, until, value, range } of writes) {
    // Items in between come with the one behind them.
    if (until !== undefined) continue;
    now = withValue(now, path, value, { offset: range.offset + start, length: range.length });
  }
  return now;
}

function inOrder(layers: readonly Layer[]): readonly SetLayer[] {
  const options = layers.filter((layer) => layer.kind !== 'file');
  return setKinds.flatMap((kind) => options.filter((layer) => layer.kind === kind));
}

const nothing: MappingNode = {
  kind: 'mapping',
  flow: true,
  entries: [],
  range: { offset: 0, length: 0 },
  content: 0,
};

function problemsOf(layer: FileLayer): readonly LayerProblem[] {
  const { root, problems } = layer.tree;
  if (problems.length > 0) return problems.map((problem) => ({ layer, ...problem }));
  const node = root && resolve(root);
  // An empty file sets nothing, and so does null.
  if (node === undefined || node.kind === 'mapping') return [];
  if (node.kind === 'scalar' && node.value === null) return [];
  return [
    {
      layer,
      code: 'syntax',
      message: 'The text is not a mapping of keys.',
      remedy: 'Write keys and their values, such as namespace: my-agents.',
      range: node.range,
    },
  ];
}

/** The layer that a range of the merge's text is in, and where it is in that layer's text. */
export function placeIn(
  { steps }: Merge,
  { offset, length }: TextRange,
): { readonly layer: number; readonly range: TextRange } {
  const layer = Math.max(
    0,
    steps.findLastIndex(({ start }) => start <= offset),
  );
  return { layer, range: { offset: offset - (steps[layer]?.start ?? 0), length } };
}
