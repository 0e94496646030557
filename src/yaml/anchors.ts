import { AliasCount } from './alias-count.ts';
import type { AliasNode, YamlNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import type { Properties } from './properties.ts';
import type { Token } from './token.ts';

/** Which nodes have a name, and how many nodes the aliases of them stand for. */
export class Anchors {
  readonly count = new AliasCount();
  private readonly slots = new Map<string, { node?: YamlNode; size: number }>();

  /** Reads a node, and remembers it by its anchor. */
  read<T extends YamlNode>(properties: Properties | undefined, node: () => T): T {
    const before = this.count.total;
    this.count.node();
    const anchor = properties?.anchor;
    if (anchor === undefined) return node();
    const slot: { node?: YamlNode; size: number } = { size: 0 };
    this.slots.set(anchor, slot);
    const read = node();
    slot.node = read;
    slot.size = this.count.total - before;
    return read;
  }

  /** The node of an alias; undefined if it stands for nothing that is known. */
  alias({ start, end, text: name }: Token): {
    readonly node?: AliasNode;
    readonly problem?: YamlProblem;
  } {
    const range = { offset: start, length: end - start };
    const slot = this.slots.get(name);
    const target = slot?.node;
    if (slot === undefined || target === undefined) {
      const problem: YamlProblem = {
        code: 'syntax',
        message:
          slot === undefined
            ? `The alias *${name} has no anchor &${name} before it.`
            : `The alias *${name} stands inside the very value that it repeats.`,
        remedy: `Put &${name} at the value to repeat, above this line, or write the value here.`,
        range,
      };
      return { problem };
    }
    const node: AliasNode = { kind: 'alias', range, content: start, name, target };
    if (!this.count.alias(slot.size)) return { node };
    const problem: YamlProblem = {
      code: 'too-many-aliases',
      message: `The aliases up to *${name} stand for more values than are read.`,
      remedy: 'Take out anchors and aliases that repeat each other.',
      range,
    };
    return { node, problem };
  }
}
