import { TreeBuilder } from './build-tree.ts';
import type { YamlNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import { ReadError, type ReadReason } from './read-error.ts';
import type { Token } from './token.ts';
import { TokenStream } from './token-stream.ts';

/** What a text holds, as far as it could be read. */
export type ReadDocument =
  | {
      readonly root: YamlNode | undefined;
      readonly problems: readonly YamlProblem[];
      /** Where a second document with content begins. */
      readonly second: number | undefined;
    }
  | { readonly failure: ReadFailure };

export interface ReadFailure {
  readonly reason: ReadReason;
  /** The place that could not be read. */
  readonly offset: number;
  /** Where what it belongs to begins, such as an opening quote. */
  readonly from: number;
  /** The innermost bracket or brace that is open there. */
  readonly open: number | undefined;
  /** The token before it. */
  readonly last: Token | undefined;
}

/** Reads the first document of a text, and looks for another. */
export function readDocument(text: string): ReadDocument {
  const stream = new TokenStream(text);
  const builder = new TreeBuilder(stream);
  try {
    const root = firstDocument(stream, builder);
    const { problems } = builder;
    return { root, problems, second: secondDocument(stream, text) };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    const { reason, offset, from } = error;
    return { failure: { reason, offset, from, open: builder.open.at(-1), last: stream.last } };
  }
}

function firstDocument(stream: TokenStream, builder: TreeBuilder): YamlNode | undefined {
  const directive = stream.takeIf('version-directive');
  if (stream.isNext('version-directive')) {
    throw new ReadError('bad-directive', stream.peek().start);
  }
  const start = stream.takeIf('document-start');
  if (directive !== undefined && start === undefined) {
    throw new ReadError('bad-directive', directive.start);
  }
  const isEmpty =
    stream.isNext('stream-end') ||
    (start !== undefined && stream.isNext('document-start', 'document-end', 'version-directive'));
  return isEmpty ? undefined : builder.node(true);
}

/** Documents without content are nothing to anybody. */
function secondDocument(stream: TokenStream, text: string): number | undefined {
  let begin: number | undefined;
  for (;;) {
    switch (stream.kind) {
      case 'stream-end':
        return undefined;
      case 'document-end':
      case 'version-directive':
        stream.take();
        break;
      case 'document-start':
        begin = stream.take().start;
        break;
      default:
        if (begin !== undefined && begin < text.length) return begin;
        throw new ReadError('left-over', stream.peek().start);
    }
  }
}
