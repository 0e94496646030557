import { Anchors } from './anchors.ts';
import { isMergeKey, keyProblems } from './key-problems.ts';
import type { Entry, MappingNode, ScalarNode, SequenceNode, YamlNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import { nodeBase, type Properties, takeProperties } from './properties.ts';
import { ReadError } from './read-error.ts';
import { valueProblems } from './scalar-limits.ts';
import { missingNode, scalarNode } from './scalar-node.ts';
import type { Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';

/** How deep values may nest; the document itself is the first level. */
export const maxDepth = 100;

/**
 * Builds the positioned tree of one document from its tokens, as go-yaml does: what may stand
 * where, and what a missing node is. Recursion is bounded by `maxDepth`.
 * @throws ReadError at a token that may not stand where it does
 */
export class TreeBuilder {
  readonly problems: YamlProblem[] = [];
  /** Where the brackets and braces begin that are open, the innermost last. */
  readonly open: number[] = [];
  private readonly stream: TokenStream;
  private readonly anchors = new Anchors();
  private depth = 0;

  constructor(stream: TokenStream) {
    this.stream = stream;
  }

  /**
   * @param block whether the node may be a block collection
   * @param indentless whether the dashes of a list may stand at the key's own column
   */
  node(block: boolean, indentless = false): YamlNode {
    const { stream } = this;
    const alias = stream.takeIf('alias');
    if (alias !== undefined) return this.alias(alias);
    const properties = takeProperties(stream);
    const token = stream.peek();
    switch (token.kind) {
      case 'scalar':
        return this.anchors.read(properties, () =>
          scalarNode(stream.take(), properties, this.open.length > 0, this.problems),
        );
      case 'flow-sequence-start':
        return this.collection(properties, () => this.flowSequence(properties));
      case 'flow-mapping-start':
        return this.collection(properties, () => this.flowMapping(properties));
      case 'block-entry':
        if (!indentless) break;
        return this.collection(properties, () => this.blockSequence(properties, false));
      case 'block-sequence-start':
        if (!block) break;
        return this.collection(properties, () => this.blockSequence(properties, true));
      case 'block-mapping-start':
        if (!block) break;
        return this.collection(properties, () => this.blockMapping(properties));
    }
    if (properties === undefined) throw new ReadError('content-missing', token.start);
    return this.anchors.read(properties, () =>
      missingNode(properties.end, properties, this.problems),
    );
  }

  private collection<T extends YamlNode>(properties: Properties | undefined, read: () => T): T {
    const { start } = this.stream.peek();
    if (++this.depth >= maxDepth) throw new ReadError('too-deep', start);
    const node = this.anchors.read(properties, read);
    this.depth--;
    return node;
  }

  private missing(offset = this.stream.end): ScalarNode {
    this.anchors.count.node();
    return missingNode(offset, undefined, this.problems);
  }

  /** @param marked whether its beginning and end have tokens, which lists at a key's column lack */
  private blockSequence(properties: Properties | undefined, marked: boolean): SequenceNode {
    const { stream } = this;
    if (marked) stream.take();
    const { start } = stream.peek();
    const items: YamlNode[] = [];
    const dashes: number[] = [];
    for (let dash = stream.takeIf('block-entry'); dash; dash = stream.takeIf('block-entry')) {
      dashes.push(dash.start);
      const isMissing = marked
        ? stream.isNext('block-entry', 'block-end')
        : stream.isNext('block-entry', 'key', 'value', 'block-end');
      items.push(isMissing ? this.missing() : this.valued(this.node(true)));
    }
    const node: SequenceNode = {
      kind: 'sequence',
      ...nodeBase(start, stream.end, properties),
      flow: false,
      items,
      dashes,
    };
    if (marked && stream.takeIf('block-end') === undefined) {
      throw new ReadError('item-expected', stream.peek().start);
    }
    return node;
  }

  private blockMapping(properties: Properties | undefined): MappingNode {
    const { stream } = this;
    const { start } = stream.take();
    const entries: Entry[] = [];
    for (;;) {
      const mark = stream.takeIf('key');
      if (mark === undefined && !stream.isNext('value')) break;
      const explicit = mark !== undefined && mark.end > mark.start;
      const from = mark?.start ?? stream.peek().start;
      const key =
        mark === undefined || stream.isNext('key', 'value', 'block-end')
          ? this.missing(explicit ? mark.end : from)
          : this.node(true, true);
      const colon = stream.takeIf('value');
      const value =
        colon === undefined || stream.isNext('key', 'value', 'block-end')
          ? this.missing()
          : this.node(true, true);
      entries.push(this.entry(from, key, colon, value, explicit));
    }
    const node = this.mapping(entries, nodeBase(start, stream.end, properties), false);
    if (stream.takeIf('block-end') === undefined) {
      throw new ReadError('key-expected', stream.peek().start);
    }
    return node;
  }

  private flowSequence(properties: Properties | undefined): SequenceNode {
    const { stream } = this;
    const { start } = stream.take();
    const items: YamlNode[] = [];
    this.open.push(start);
    while (this.hasMore('flow-sequence-end', items.length === 0)) {
      items.push(stream.isNext('key') ? this.barePair() : this.valued(this.node(false)));
    }
    this.open.pop();
    stream.take();
    const base = nodeBase(start, stream.end, properties);
    return { kind: 'sequence', ...base, flow: true, items, dashes: [] };
  }

  private flowMapping(properties: Properties | undefined): MappingNode {
    const { stream } = this;
    const { start } = stream.take();
    const entries: Entry[] = [];
    this.open.push(start);
    while (this.hasMore('flow-mapping-end', entries.length === 0)) {
      entries.push(this.flowEntry('flow-mapping-end'));
    }
    this.open.pop();
    stream.take();
    return this.mapping(entries, nodeBase(start, stream.end, properties), true);
  }

  /** Whether another item or entry follows; takes the comma before it. */
  private hasMore(end: 'flow-sequence-end' | 'flow-mapping-end', first: boolean): boolean {
    const { stream } = this;
    if (stream.isNext(end)) return false;
    if (first) return true;
    if (stream.takeIf('flow-entry') === undefined) {
      throw new ReadError('comma-expected', stream.peek().start);
    }
    return !stream.isNext(end);
  }

  /** `[a: 1]` holds a mapping without braces. */
  private barePair(): MappingNode {
    const { start } = this.stream.peek();
    this.anchors.count.node();
    const entry = this.flowEntry('flow-sequence-end');
    const node = this.mapping([entry], nodeBase(start, this.stream.end, undefined), true);
    return { ...node, bare: true };
  }

  private flowEntry(end: 'flow-sequence-end' | 'flow-mapping-end'): Entry {
    const { stream } = this;
    const mark = stream.takeIf('key');
    const explicit = mark !== undefined && mark.end > mark.start;
    const from = mark?.start ?? stream.peek().start;
    const noKey = mark !== undefined && stream.isNext('value', 'flow-entry', end);
    const key = noKey ? this.missing(explicit ? mark.end : from) : this.node(false);
    const colon = mark && stream.takeIf('value');
    const value =
      colon === undefined || stream.isNext('flow-entry', end) ? this.missing() : this.node(false);
    return this.entry(from, key, colon, value, explicit);
  }

  private entry(
    start: number,
    key: YamlNode,
    colon: Token | undefined,
    value: YamlNode,
    explicit: boolean,
  ): Entry {
    const merge = isMergeKey(key);
    if (merge) this.anchors.count.mergeKey(value.kind === 'sequence');
    return {
      key,
      value: this.valued(value),
      merge,
      range: { offset: start, length: this.stream.end - start },
      colon: colon?.start ?? -1,
      explicit,
    };
  }

  private mapping(
    entries: readonly Entry[],
    base: ReturnType<typeof nodeBase>,
    flow: boolean,
  ): MappingNode {
    this.problems.push(...keyProblems(entries, this.stream.text));
    return { kind: 'mapping', ...base, flow, entries };
  }

  /** Notes what a node cannot be as a value, although it may be a key. */
  private valued<T extends YamlNode>(node: T): T {
    if (node.kind === 'scalar' && typeof node.value === 'number') {
      this.problems.push(...valueProblems(node.value, node.range));
    }
    return node;
  }

  private alias(token: Token): YamlNode {
    const { node, problem } = this.anchors.alias(token);
    if (problem !== undefined) this.problems.push(problem);
    return node ?? this.missing(token.end);
  }
}
