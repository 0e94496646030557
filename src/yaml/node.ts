import type { TextRange } from './text-edit.ts';

/**
 * A node of the positioned tree. `range` covers the node's own source text, properties
 * (anchor, tag) included, trailing comments and line breaks excluded.
 */
export type YamlNode = ScalarNode | MappingNode | SequenceNode | AliasNode;

interface NodeBase {
  readonly range: TextRange;
  /** Where the node itself begins, after its anchor and tag. */
  readonly content: number;
  readonly anchor?: string;
  readonly tag?: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** As Helm reads it: YAML 1.1 rules, so `yes` is true and `0440` is 288. A missing value is null with an empty range. */
  readonly value: string | number | boolean | null;
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'missing';
}

export interface MappingNode extends NodeBase {
  readonly kind: 'mapping';
  readonly flow: boolean;
  /** A single pair in a flow sequence, `[a: 1]`, has no braces. */
  readonly bare?: boolean;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: YamlNode;
  readonly value: YamlNode;
  /** Whether this is a merge key (`<<`). */
  readonly merge: boolean;
  /** From the key, or the `?` before it, to the end of the value. */
  readonly range: TextRange;
  /** The offset of the `:`, or -1 where there is none, as in `{a}`. */
  readonly colon: number;
  /** Whether the key is marked with a `?`. */
  readonly explicit: boolean;
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
  /** The offset of each item's dash; empty in a flow sequence. */
  readonly dashes: readonly number[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** The anchored node; never an alias itself. */
  readonly target: YamlNode;
}
