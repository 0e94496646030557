import type { TokenStream } from './token-stream.ts';

/** The anchor and the tag in front of a node. */
export interface Properties {
  readonly start: number;
  readonly end: number;
  readonly anchor?: string;
  readonly tag?: string;
}

/** Takes the anchor and the tag that come next, in either order. */
export function takeProperties(stream: TokenStream): Properties | undefined {
  const first = stream.takeIf('anchor') ?? stream.takeIf('tag');
  if (first === undefined) return undefined;
  const second = stream.takeIf(first.kind === 'anchor' ? 'tag' : 'anchor');
  const anchor = first.kind === 'anchor' ? first : second;
  const tag = first.kind === 'tag' ? first : second;
  return {
    start: first.start,
    end: (second ?? first).end,
    ...(anchor !== undefined && { anchor: anchor.text }),
    ...(tag !== undefined && { tag: tag.text }),
  };
}

/** What all nodes have in common, from where the node itself begins and ends. */
export function nodeBase(start: number, end: number, properties: Properties | undefined) {
  const from = properties?.start ?? start;
  return {
    range: { offset: from, length: end - from },
    content: start,
    ...(properties?.anchor !== undefined && { anchor: properties.anchor }),
    ...(properties?.tag !== undefined && { tag: properties.tag }),
  };
}
