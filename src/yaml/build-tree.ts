import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { colonProblems, isMergeKey, keyProblems, scalarProblems } from './helm-limits.ts';
import type { Entry, MappingNode, ScalarNode, SequenceNode, YamlNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import type { EventStream } from './read-events.ts';
import { resolvePlain, resolveTagged } from './scalar.ts';
import type { TextRange } from './text-edit.ts';
import { blockScalarEnd, skipTrivia } from './trivia.ts';

/** How many nodes aliases may stand for, all together. */
export const aliasLimit = 200_000;

export interface BuiltTree {
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
}

interface Properties {
  readonly start: number;
  readonly end: number;
  readonly anchor?: string;
  readonly tag?: string;
}

/** Builds the positioned tree of the first document of a stream. Recursion is bounded by the parser's depth. */
export function buildTree(stream: EventStream): BuiltTree {
  const builder = new TreeBuilder(stream);
  const root = builder.document();
  return { root, problems: builder.problems };
}

class TreeBuilder {
  readonly problems: YamlProblem[] = [];
  private readonly source: string;
  private readonly events: readonly Event[];
  private readonly original: (offset: number) => number;
  private next = 0;
  /** Where the last token read ends, in `source`. */
  private cursor = 0;
  /** Nodes as if every alias were written out, and how many of them came from aliases. */
  private expanded = 0;
  private fromAliases = 0;
  private flowDepth = 0;
  private readonly anchors = new Map<string, { node?: YamlNode; size: number }>();

  constructor(stream: EventStream) {
    this.source = stream.source;
    this.events = stream.events;
    this.original = stream.original;
  }

  document(): YamlNode | undefined {
    const event = this.events[0];
    if (event?.type !== EVENT_ID.DOCUMENT) return undefined;
    this.cursor = contentStart(this.source, this.events);
    this.next = 1;
    const first = this.events[1];
    if (first !== undefined && isMissing(first)) return undefined;
    return this.node();
  }

  private node(): YamlNode {
    const event = this.events[this.next++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event);
      case EVENT_ID.SEQUENCE:
        return this.anchored(event, (properties) =>
          event.style === 2
            ? this.flowSequence(event.start, properties)
            : this.blockSequence(event.start, properties),
        );
      case EVENT_ID.MAPPING:
        return this.anchored(event, (properties) =>
          event.style === 2
            ? this.flowMapping(event.start, properties)
            : this.blockMapping(event.start, properties),
        );
      case EVENT_ID.ALIAS:
        return this.alias(event.anchorStart, event.anchorEnd);
      default:
        return this.missing(this.cursor);
    }
  }

  private anchored<T extends YamlNode>(
    event: Parameters<TreeBuilder['properties']>[0],
    read: (properties: Properties | undefined) => T,
  ): T {
    const properties = this.properties(event);
    const before = this.expanded++;
    const anchor = properties?.anchor;
    const slot: { node?: YamlNode; size: number } = { size: 0 };
    if (anchor !== undefined) this.anchors.set(anchor, slot);
    const node = read(properties);
    slot.node = node;
    slot.size = this.expanded - before;
    return node;
  }

  private properties(event: {
    readonly anchorStart: number;
    readonly anchorEnd: number;
    readonly tagStart: number;
    readonly tagEnd: number;
  }): Properties | undefined {
    const { anchorStart, anchorEnd, tagStart, tagEnd } = event;
    if (anchorStart < 0 && tagStart < 0) return undefined;
    const starts = [anchorStart - 1, tagStart].filter((start) => start >= 0);
    return {
      start: Math.min(...starts),
      end: Math.max(anchorEnd, tagEnd),
      ...(anchorStart >= 0 && { anchor: this.source.slice(anchorStart, anchorEnd) }),
      ...(tagStart >= 0 && { tag: this.source.slice(tagStart, tagEnd) }),
    };
  }

  private scalar(event: ScalarEvent): ScalarNode {
    return this.anchored(event, (properties) => {
      const style = scalarStyles[event.style];
      const text = this.scalarText(event);
      let start = properties?.end ?? this.cursor;
      let end = start;
      if (event.valueStart >= 0) {
        if (style === 'literal' || style === 'folded') {
          start = skipTrivia(this.source, start);
          end = blockScalarEnd(this.source, start, event);
        } else {
          const quote = style === 'plain' ? 0 : 1;
          start = event.valueStart - quote;
          end = event.valueEnd + quote;
        }
      }
      this.cursor = end;
      const base = this.base(start, end, properties);
      const source = this.source.slice(start, end);
      this.problems.push(...scalarProblems(style, source, this.flowDepth > 0, base.range));
      return {
        kind: 'scalar',
        ...base,
        style: event.valueStart < 0 ? 'missing' : style,
        value: this.scalarValue(event, text, base.range),
      };
    });
  }

  private scalarText(event: ScalarEvent): string {
    const text = getScalarValue(this.source, event);
    // A block scalar that the end of the file cuts off has no last line break for go-yaml.
    const cutOff =
      event.style >= SCALAR_STYLE.LITERAL_BLOCK &&
      event.valueEnd === this.source.length &&
      !/[\r\n]$/.test(this.source);
    return cutOff && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  private scalarValue(event: ScalarEvent, text: string, range: TextRange): ScalarNode['value'] {
    if (event.tagStart < 0) return event.style === SCALAR_STYLE.PLAIN ? resolvePlain(text) : text;
    const tag = this.source.slice(event.tagStart, event.tagEnd);
    const value = resolveTagged(tag, text);
    if (value !== undefined) return value;
    this.problems.push({
      code: 'syntax',
      message: `"${text.slice(0, 40)}" cannot be read as ${tag}.`,
      remedy: `Write a value that fits, or take the tag ${tag} away.`,
      range,
    });
    return text;
  }

  private blockSequence(start: number, properties: Properties | undefined): SequenceNode {
    const items: YamlNode[] = [];
    const dashes: number[] = [];
    this.cursor = start;
    while (!this.atPop()) {
      const dash = skipTrivia(this.source, this.cursor);
      dashes.push(this.original(dash));
      this.cursor = dash + 1;
      items.push(this.node());
    }
    const base = this.base(start, this.cursor, properties);
    return { kind: 'sequence', ...base, flow: false, items, dashes };
  }

  private flowSequence(start: number, properties: Properties | undefined): SequenceNode {
    const items: YamlNode[] = [];
    this.cursor = start + 1;
    this.flowDepth++;
    while (!this.atPop()) {
      this.cursor = this.skipCommas();
      items.push(this.node());
    }
    this.flowDepth--;
    this.cursor = this.skipCommas() + 1;
    const base = this.base(start, this.cursor, properties);
    return { kind: 'sequence', ...base, flow: true, items, dashes: [] };
  }

  private blockMapping(start: number, properties: Properties | undefined): MappingNode {
    const entries: Entry[] = [];
    this.cursor = start;
    while (!this.atPop()) entries.push(this.entry(skipTrivia(this.source, this.cursor)));
    this.problems.push(...keyProblems(entries));
    return { kind: 'mapping', ...this.base(start, this.cursor, properties), flow: false, entries };
  }

  private flowMapping(start: number, properties: Properties | undefined): MappingNode {
    const first = this.events[this.next];
    // `[a: 1]` holds a mapping without braces; its key may itself begin with a brace.
    const keyStart = first !== undefined && 'start' in first ? first.start : -1;
    const braces = this.source[start] === '{' && keyStart !== start;
    const entries: Entry[] = [];
    this.cursor = braces ? start + 1 : start;
    this.flowDepth++;
    while (!this.atPop()) entries.push(this.entry(braces ? this.skipCommas() : this.cursor));
    this.flowDepth--;
    if (braces) this.cursor = this.skipCommas() + 1;
    this.problems.push(...keyProblems(entries));
    return {
      kind: 'mapping',
      ...this.base(start, this.cursor, properties),
      flow: true,
      ...(!braces && { bare: true }),
      entries,
    };
  }

  private entry(start: number): Entry {
    const { source } = this;
    const explicit = source[start] === '?' && /[\s]/.test(source[start + 1] ?? ' ');
    this.cursor = explicit ? start + 1 : start;
    const key = this.node();
    const colon = skipTrivia(source, this.cursor);
    const hasColon =
      source[colon] === ':' && (this.flowDepth > 0 || /\s/.test(source[colon + 1] ?? ' '));
    if (hasColon) this.cursor = colon + 1;
    this.problems.push(...colonProblems(key, source.slice(colon, colon + 2)));
    const value = this.node();
    return {
      key,
      value,
      merge: isMergeKey(key),
      range: this.range(start, this.cursor),
      colon: hasColon ? this.original(colon) : -1,
      explicit,
    };
  }

  private alias(nameStart: number, nameEnd: number): YamlNode {
    const name = this.source.slice(nameStart, nameEnd);
    const range = this.range(nameStart - 1, nameEnd);
    this.cursor = nameEnd;
    const slot = this.anchors.get(name);
    const target = slot?.node;
    if (slot === undefined || target === undefined) {
      this.problems.push({
        code: 'syntax',
        message:
          slot === undefined
            ? `The alias *${name} has no anchor &${name} before it.`
            : `The alias *${name} stands inside the very value that it repeats.`,
        remedy: `Put &${name} at the value to repeat, above this line, or write the value here.`,
        range,
      });
      return this.missing(nameEnd);
    }
    this.expanded += slot.size;
    this.fromAliases += slot.size;
    if (this.fromAliases > aliasLimit && this.fromAliases - slot.size <= aliasLimit) {
      this.problems.push({
        code: 'too-many-aliases',
        message: `The aliases up to *${name} stand for more than 200,000 values.`,
        remedy: 'Take out anchors and aliases that repeat each other.',
        range,
      });
    }
    return {
      kind: 'alias',
      range,
      content: range.offset,
      name,
      target,
    };
  }

  private missing(offset: number): ScalarNode {
    const range = this.range(offset, offset);
    return { kind: 'scalar', range, content: range.offset, style: 'missing', value: null };
  }

  private atPop(): boolean {
    const event = this.events[this.next];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.next++;
    return true;
  }

  private skipCommas(): number {
    const at = skipTrivia(this.source, this.cursor);
    return this.source[at] === ',' ? skipTrivia(this.source, at + 1) : at;
  }

  private base(start: number, end: number, properties: Properties | undefined) {
    return {
      range: this.range(properties?.start ?? start, end),
      content: this.original(start),
      ...(properties?.anchor !== undefined && { anchor: properties.anchor }),
      ...(properties?.tag !== undefined && { tag: properties.tag }),
    };
  }

  private range(start: number, end: number): TextRange {
    const offset = this.original(start);
    return { offset, length: this.original(end) - offset };
  }
}

const scalarStyles = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
} as const;

/** Whether an event is a value that is not there at all, without even an anchor. */
export function isMissing(event: Event): boolean {
  return (
    event.type === EVENT_ID.SCALAR &&
    event.valueStart < 0 &&
    event.anchorStart < 0 &&
    event.tagStart < 0
  );
}

/** Where the first document's content may begin: after a leading `---`, if there is one. */
function contentStart(source: string, events: readonly Event[]): number {
  const event = events[0];
  if (event?.type !== EVENT_ID.DOCUMENT || !event.explicitStart) return 0;
  const marker = /^\uFEFF?---(?=\s|$)/m.exec(source);
  return marker === null ? 0 : marker.index + marker[0].length;
}
