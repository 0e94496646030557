import type { Entry, YamlNode } from './node.ts';
import { shareData } from './value.ts';

/** Where an offset of a text is in a part of it. */
export type Moved = (offset: number) => number;

/**
 * The tree of a part of a text, from the tree of the whole: the same as if the part were read
 * alone, which takes many times longer.
 * @param node the root of the part; no alias in it leads out of it
 * @param moved defined for all offsets at which something in the part begins or ends
 */
export function partTree(node: YamlNode, moved: Moved): YamlNode {
  const { anchor: _, tag: __, ...bare } = node;
  const start = node.content;
  const end = node.range.offset + node.range.length;
  const root = { ...bare, range: { offset: start, length: end - start } };
  shareData(node, root);
  return new Mover(moved).node(root);
}

class Mover {
  private readonly moved: Moved;
  /** Anchored nodes, for the aliases of them. */
  private readonly anchored = new Map<YamlNode, YamlNode>();

  constructor(moved: Moved) {
    this.moved = moved;
  }

  node(node: YamlNode): YamlNode {
    const copy = this.copy(node);
    if (node.anchor !== undefined) this.anchored.set(node, copy);
    return copy;
  }

  private copy(node: YamlNode): YamlNode {
    const base = this.base(node);
    switch (node.kind) {
      case 'scalar':
        return { kind: node.kind, ...base, style: node.style, value: node.value };
      case 'mapping': {
        const entries = node.entries.map((entry) => this.entry(entry));
        const { kind, flow, bare } = node;
        const copy = { kind, ...base, flow, entries };
        const mapping = bare === undefined ? copy : { ...copy, bare };
        shareData(node, mapping);
        return mapping;
      }
      case 'sequence': {
        const items = node.items.map((item) => this.node(item));
        const dashes = node.dashes.map(this.moved);
        const sequence: YamlNode = { kind: node.kind, ...base, flow: node.flow, items, dashes };
        shareData(node, sequence);
        return sequence;
      }
      case 'alias': {
        const target = this.anchored.get(node.target);
        if (target === undefined) throw new RangeError(`*${node.name} leads out of the part`);
        return { kind: node.kind, ...base, name: node.name, target };
      }
    }
  }

  /** Written out, since copying what most nodes have not takes most of the time. */
  private base({ range, content, anchor, tag }: YamlNode) {
    const moved = { range: this.range(range), content: this.moved(content) };
    if (anchor === undefined && tag === undefined) return moved;
    return {
      ...moved,
      ...(anchor === undefined ? {} : { anchor }),
      ...(tag === undefined ? {} : { tag }),
    };
  }

  private entry({ key, value, merge, range, colon, explicit }: Entry): Entry {
    return {
      key: this.node(key),
      value: this.node(value),
      merge,
      range: this.range(range),
      colon: colon < 0 ? colon : this.moved(colon),
      explicit,
    };
  }

  private range({ offset, length }: YamlNode['range']): YamlNode['range'] {
    const start = this.moved(offset);
    return { offset: start, length: this.moved(offset + length) - start };
  }
}
