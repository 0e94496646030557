import { EVENT_ID, type Event } from 'js-yaml';
import { buildTree, isMissing } from './build-tree.ts';
import { explainSyntax } from './explain-syntax.ts';
import type { YamlNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import { type EventStream, readEvents } from './read-events.ts';
import type { TextRange } from './text-edit.ts';
import { lineEnd, skipTrivia } from './trivia.ts';

/** The largest text that is read, in UTF-16 code units. */
export const maxLength = 2 * 1024 * 1024;

/** One YAML document with the place of every node in its text. */
export interface YamlTree {
  readonly text: string;
  /** Undefined when there are problems, or nothing but blanks and comments. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
}

/** How many texts are remembered: both documents, as they were opened, before and after a change. */
const remembered = 8;
const trees = new Map<string, YamlTree>();

/**
 * Reads a text as one YAML document, the way Helm does. Never throws, whatever the text.
 * All offsets are UTF-16 offsets into `text`, a byte order mark included.
 *
 * The last few texts are read once only: one change asks for the tree of the same text when it is
 * planned, when it is checked and when the result is assessed, and reading takes longer than all
 * of these.
 */
export function parseTree(text: string): YamlTree {
  const known = trees.get(text);
  const tree = known ?? readTree(text);
  // Taken out and put back, so that the text used longest ago is the first to be forgotten.
  trees.delete(text);
  trees.set(text, tree);
  for (const oldest of trees.keys()) {
    if (trees.size <= remembered) break;
    trees.delete(oldest);
  }
  return tree;
}

function readTree(text: string): YamlTree {
  const failed = (problem: YamlProblem): YamlTree => ({
    text,
    root: undefined,
    problems: [problem],
  });
  if (text.length > maxLength) {
    return failed({
      code: 'too-large',
      message: 'The text is larger than 2 MiB.',
      remedy: 'Split the file, or take out what is not a setting.',
      range: { offset: 0, length: lineEnd(text, 0) },
    });
  }
  const stream = readEvents(text);
  if (!('events' in stream)) return failed(explainSyntax(text, stream));
  const second = secondDocument(text, stream);
  if (second !== undefined) {
    return failed({
      code: 'several-documents',
      message: 'A second document begins here, and only one per file is read.',
      remedy: 'Move it to a file of its own, and delete the --- between the two.',
      range: second,
    });
  }
  const { root, problems } = buildTree(stream);
  return { text, root: problems.length === 0 ? root : undefined, problems };
}

/** The place where a second document begins, if it has content. */
function secondDocument(
  text: string,
  { source, events, original }: EventStream,
): TextRange | undefined {
  const documents = events.flatMap((event, i) => (event.type === EVENT_ID.DOCUMENT ? [i] : []));
  const extra = documents.slice(1).find((start) => {
    const content = events[start + 1];
    return content !== undefined && !isMissing(content);
  });
  if (extra === undefined) return undefined;
  const document = events[extra];
  const content = firstOffset(events[extra + 1]);
  let start = content;
  if (document?.type === EVENT_ID.DOCUMENT && document.explicitStart) {
    const markers = [...source.slice(0, content + 1).matchAll(/^\uFEFF?---(?=\s|$)/gm)];
    start = markers.at(-1)?.index ?? content;
  }
  const offset = original(skipTrivia(source, start));
  return { offset, length: lineEnd(text, offset) - offset };
}

function firstOffset(event: Event | undefined): number {
  if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT)
    return 0;
  const own = 'start' in event ? event.start : 'valueStart' in event ? event.valueStart : -1;
  const offsets = [own, event.anchorStart - 1, 'tagStart' in event ? event.tagStart : -1];
  return Math.min(...offsets.filter((offset) => offset >= 0));
}
