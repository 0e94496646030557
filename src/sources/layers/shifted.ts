import type { Entry, YamlNode } from '../../yaml/node.ts';
import type { TextRange } from '../../yaml/text-edit.ts';

/** What trees have been shifted to: a base is merged again with each change of an overlay. */
const known = new WeakMap<YamlNode, { readonly by: number; readonly node: YamlNode }>();

/** A tree as it is where its text stands behind another of a length. The tree itself stays. */
export function shifted(root: YamlNode, by: number): YamlNode {
  if (by === 0) return root;
  const before = known.get(root);
  if (before?.by === by) return before.node;
  const node = new Shift(by).node(root);
  known.set(root, { by, node });
  return node;
}

class Shift {
  private readonly by: number;
  /** What aliases stand for, which is one node wherever it is repeated. */
  private readonly anchored = new Map<YamlNode, YamlNode>();

  constructor(by: number) {
    this.by = by;
  }

  node(from: YamlNode): YamlNode {
    const moved = this.moved(from);
    if (from.anchor !== undefined) this.anchored.set(from, moved);
    return moved;
  }

  private moved(from: YamlNode): YamlNode {
    const place = { range: this.range(from.range), content: from.content + this.by };
    switch (from.kind) {
      case 'scalar':
        return { ...from, ...place };
      case 'alias':
        return { ...from, ...place, target: this.anchored.get(from.target) ?? from.target };
      case 'sequence': {
        const items = from.items.map((item) => this.node(item));
        return { ...from, ...place, items, dashes: from.dashes.map((dash) => dash + this.by) };
      }
      case 'mapping':
        return { ...from, ...place, entries: from.entries.map((entry) => this.entry(entry)) };
    }
  }

  private entry(from: Entry): Entry {
    return {
      key: this.node(from.key),
      value: this.node(from.value),
      merge: from.merge,
      range: this.range(from.range),
      colon: from.colon < 0 ? from.colon : from.colon + this.by,
      explicit: from.explicit,
    };
  }

  private range({ offset, length }: TextRange): TextRange {
    return { offset: offset + this.by, length };
  }
}
