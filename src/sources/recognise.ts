import { rangeAt } from '../yaml/locate.ts';
import type { MappingNode, YamlNode } from '../yaml/node.ts';
import { parseTree, type YamlTree } from '../yaml/parse-tree.ts';
import type { YamlProblem } from '../yaml/problem.ts';
import type { TextRange } from '../yaml/text-edit.ts';
import { dataOf, isObject } from '../yaml/value.ts';
import { type ChartShape, mentions } from './chart-shape.ts';
import type { HostKind } from './hosts/host.ts';
import { type Host, hostIn } from './hosts/host-in.ts';
import { sopsIn } from './sops.ts';
import { splitText } from './split-text.ts';
import { templateInText, templateInTree } from './template.ts';
import { terraformIn } from './terraform.ts';

/** What a text is, as far as a chart's values are concerned. Only the first two may be edited. */
export type Recognition =
  | { readonly kind: 'values'; readonly tree: YamlTree }
  | { readonly kind: 'namespace'; readonly tree: YamlTree }
  /** A document that holds values of the chart somewhere in it, or says where they come from. */
  | { readonly kind: 'host'; readonly host: Host; readonly range: TextRange }
  /** A document that installs charts, but not this one. */
  | { readonly kind: 'other-release'; readonly host: HostKind; readonly range: TextRange }
  | { readonly kind: 'object'; readonly objectKind: string; readonly range: TextRange }
  | Unfinished
  | { readonly kind: 'documents'; readonly parts: readonly Part[]; readonly second: YamlProblem }
  | {
      readonly kind: 'nothing';
      readonly why: 'empty' | 'comments-only';
      readonly range: TextRange;
    }
  | {
      readonly kind: 'no-mapping';
      readonly why: 'list' | 'single-value';
      readonly range: TextRange;
    }
  | { readonly kind: 'unreadable'; readonly problem: YamlProblem }
  /** A mapping that could be values of any chart, or anything else. */
  | { readonly kind: 'unrecognised'; readonly tree: YamlTree; readonly range: TextRange };

/** What only another program can turn into values. */
export interface Unfinished {
  readonly kind: 'template' | 'terraform' | 'encrypted';
  readonly range: TextRange;
  /** Whether it says anything of the chart. */
  readonly isOurs: boolean;
}

/** A document of several in one text. */
export interface Part {
  /** Where its text begins; its own ranges are counted from there. */
  readonly offset: number;
  readonly recognition: Recognition;
}

/**
 * Tells by its content what a text is. This is the one place that decides whether a file is values
 * of the chart: what it does not recognise nobody judges or edits. Never throws, whatever the text.
 * @param as takes a mapping that could be anything for values, since somebody said so
 */
export function recognise(text: string, shape: ChartShape, as?: 'values'): Recognition {
  const tree = parseTree(text);
  const [problem] = tree.problems;
  if (problem?.code === 'several-documents') return severalIn(text, shape, problem);
  const found = recogniseTree(tree, shape);
  const isTaken = as === 'values' && found.kind === 'unrecognised';
  return isTaken ? { kind: 'values', tree } : found;
}

function severalIn(text: string, shape: ChartShape, second: YamlProblem): Recognition {
  const parts = splitText(text).map(
    (part): Part => ({
      offset: part.offset,
      recognition: recogniseTree(parseTree(part.text), shape),
    }),
  );
  const filled = parts.filter(({ recognition }) => recognition.kind !== 'nothing');
  return { kind: 'documents', parts: filled, second };
}

function recogniseTree(tree: YamlTree, shape: ChartShape): Recognition {
  const { text, root } = tree;
  const [problem] = tree.problems;
  if (problem !== undefined) return unfinishedIn(text, shape) ?? { kind: 'unreadable', problem };
  if (root === undefined || isNull(root)) return nothingIn(text);
  if (root.kind === 'mapping') return recogniseMapping(root, tree, shape);
  const terraform = terraformIn(text);
  if (terraform !== undefined) return unfinished('terraform', terraform, text, shape);
  const { offset, length } = root.range;
  const firstLine = text.slice(offset, offset + length).search(/\r?\n|$/);
  return {
    kind: 'no-mapping',
    why: root.kind === 'sequence' ? 'list' : 'single-value',
    range: { offset, length: firstLine },
  };
}

function recogniseMapping(root: MappingNode, tree: YamlTree, shape: ChartShape): Recognition {
  const { text } = tree;
  const data = dataOf(root);
  if (!isObject(data)) return { kind: 'unrecognised', tree, range: root.range };
  const { kind, apiVersion } = data;
  if (kind === 'Namespace' && (apiVersion === undefined || apiVersion === 'v1')) {
    return { kind: 'namespace', tree };
  }
  const isObjectOfKubernetes = typeof kind === 'string' && typeof apiVersion === 'string';
  const sops = isObjectOfKubernetes ? undefined : sopsIn(root);
  if (sops !== undefined) return unfinished('encrypted', sops.range, text, shape);
  const isValues = !isObjectOfKubernetes && shape.isValues(data);
  const host = isValues ? undefined : hostIn(data, shape);
  if (isValues || (host !== undefined && host.installs.length > 0)) {
    const template = text.includes('{{') ? templateInTree(root) : undefined;
    if (template !== undefined) return unfinished('template', template, text, shape);
  }
  if (isValues) return { kind: 'values', tree };
  const range = rangeAt(tree, kind === undefined ? [] : ['kind']).range;
  if (host !== undefined) {
    const [place] = host.installs.flatMap(({ places }) => places);
    if (host.installs.length === 0) return { kind: 'other-release', host: host.kind, range };
    const at = place && rangeAt(tree, place.at[0]);
    return { kind: 'host', host, range: at?.key ?? at?.range ?? range };
  }
  if (isObjectOfKubernetes) return { kind: 'object', objectKind: kind, range };
  return { kind: 'unrecognised', tree, range: firstKey(root) };
}

function firstKey({ entries, range }: MappingNode): TextRange {
  return entries[0]?.key.range ?? range;
}

function unfinishedIn(text: string, shape: ChartShape): Unfinished | undefined {
  const terraform = terraformIn(text);
  if (terraform !== undefined) return unfinished('terraform', terraform, text, shape);
  const template = templateInText(text);
  return template && unfinished('template', template, text, shape);
}

function unfinished(
  kind: Unfinished['kind'],
  range: TextRange,
  text: string,
  shape: ChartShape,
): Unfinished {
  return { kind, range, isOurs: mentions(text, shape) };
}

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function nothingIn(text: string): Recognition {
  const isEmpty = text.replace(/^\uFEFF/, '').trim() === '';
  const range = { offset: 0, length: Math.max(text.search(/\r?\n|$/), 0) };
  return { kind: 'nothing', why: isEmpty ? 'empty' : 'comments-only', range };
}
