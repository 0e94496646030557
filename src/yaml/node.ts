import type { TextRange } from './text-edit.ts';

/**
 * A node of the positioned tree. `range` covers the node's own source text, properties
 * (anchor, tag) included, trailing comments and line breaks excluded.
 */
export type YamlNode = ScalarNode | MappingNode | SequenceNode | AliasNode;

interface NodeBase {
  readonly range: TextRange;
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
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: YamlNode;
  readonly value: YamlNode;
  /** Whether this is a merge key (`<<`). */
  readonly merge: boolean;
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  readonly name: string;
  /** The anchored node; never an alias itself. */
  readonly target: YamlNode;
}
