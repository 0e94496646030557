import { characterProblems } from './characters.ts';
import { explainSyntax } from './explain-syntax.ts';
import type { YamlNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import { readDocument } from './read-document.ts';
import { lineEnd } from './trivia.ts';

/** The largest text that is read, in UTF-16 code units. */
export const maxLength = 2 * 1024 * 1024;

/** How many problems of a text are told: nobody reads more, and they come back as these are mended. */
const maxProblems = 200;

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
  const tree = trees.get(text) ?? readTree(text);
  rememberTree(tree);
  return tree;
}

/** Makes a tree known as that of its text, so that nobody reads it again. */
export function rememberTree(tree: YamlTree): void {
  // Taken out and put back, so that the text used longest ago is the first to be forgotten.
  trees.delete(tree.text);
  trees.set(tree.text, tree);
  for (const oldest of trees.keys()) {
    if (trees.size <= remembered) break;
    trees.delete(oldest);
  }
}

function readTree(text: string): YamlTree {
  const failed = (...problems: readonly YamlProblem[]): YamlTree => ({
    text,
    root: undefined,
    problems,
  });
  if (text.length > maxLength) {
    return failed({
      code: 'too-large',
      message: 'The text is larger than 2 MiB.',
      remedy: 'Split the file, or take out what is not a setting.',
      range: { offset: 0, length: lineEnd(text, 0) },
    });
  }
  const characters = characterProblems(text);
  if (characters.length > 0) return failed(...characters);
  const read = readDocument(text);
  if ('failure' in read) return failed(explainSyntax(text, read.failure));
  const { root, problems, second } = read;
  if (second !== undefined) {
    return failed({
      code: 'several-documents',
      message:
        'A second document begins here: Helm 3 reads the first alone, and Helm 4 merges them all.',
      remedy: 'Move it to a file of its own, and delete the --- between the two.',
      range: { offset: second, length: lineEnd(text, second) - second },
    });
  }
  return problems.length === 0
    ? { text, root, problems }
    : failed(...problems.slice(0, maxProblems));
}
