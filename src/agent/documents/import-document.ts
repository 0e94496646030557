import { nodeAt } from '../../yaml/locate.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { parseTree, type YamlTree } from '../../yaml/parse-tree.ts';
import type { YamlProblemCode } from '../../yaml/problem.ts';
import type { TextRange } from '../../yaml/text-edit.ts';
import type { DocumentName } from './documents.ts';

export interface ImportProblem {
  readonly code: YamlProblemCode | 'empty' | 'comments-only' | 'not-a-mapping' | 'other-kind';
  /** What is wrong, with no line number in it: the range says where. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
  readonly range: TextRange;
  /** Other places that belong to it, such as the first of two equal keys. */
  readonly related?: readonly TextRange[];
}

export type Import =
  | { readonly ok: true; readonly document: DocumentName; readonly tree: YamlTree }
  | { readonly ok: false; readonly problem: ImportProblem };

/**
 * Takes a text for what it is by its content: a Namespace manifest, or a values file. What can
 * be opened but is wrong in places (a wrong type, workers as a mapping) is opened: the rules
 * name those places.
 * @param fileName as the user's system calls it; for the wording of problems alone
 * @returns the document's tree, or the one problem that stands in the way, with its place
 */
export function importText(text: string, fileName?: string): Import {
  const tree = parseTree(text);
  const [first] = tree.problems;
  if (first !== undefined) return { ok: false, problem: first };
  const root = tree.root;
  const file = fileName === undefined ? 'The file' : fileName;
  if (root === undefined || isNull(root)) return { ok: false, problem: nothingIn(text, file) };
  if (root.kind !== 'mapping') return { ok: false, problem: notMapping(root, text, file) };
  const kind = textAt(root, 'kind');
  const apiVersion = textAt(root, 'apiVersion');
  if (kind?.text === 'Namespace') return { ok: true, document: 'namespace', tree };
  if (kind === undefined || apiVersion === undefined) return { ok: true, document: 'values', tree };
  return {
    ok: false,
    problem: {
      code: 'other-kind',
      message: `${file} is a Kubernetes ${kind.text}, not a values file.`,
      remedy: 'Choose the values.yaml that you give to helm install, or a Namespace manifest.',
      range: kind.node.range,
    },
  };
}

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function textAt(root: YamlNode, key: string): { node: YamlNode; text: string } | undefined {
  const node = nodeAt(root, [key]);
  return node?.kind === 'scalar' && typeof node.value === 'string'
    ? { node, text: node.value }
    : undefined;
}

function nothingIn(text: string, file: string): ImportProblem {
  const empty = text.replace(/^\uFEFF/, '').trim() === '';
  const range = { offset: 0, length: Math.max(text.search(/\r?\n|$/), 0) };
  return empty
    ? {
        code: 'empty',
        message: `${file} is empty.`,
        remedy: 'Choose another file, or start from the minimal one.',
        range,
      }
    : {
        code: 'comments-only',
        message: `${file} sets no values: every line of it is blank or a comment.`,
        remedy: 'Take the # off the values that you mean to set, or start from the minimal file.',
        range,
      };
}

function notMapping(root: YamlNode, text: string, file: string): ImportProblem {
  const { offset, length } = root.range;
  const firstLine = text.slice(offset, offset + length).search(/\r?\n|$/);
  const list = root.kind === 'sequence';
  return {
    code: 'not-a-mapping',
    message: list
      ? `${file} is a list, but a values file is a mapping of keys.`
      : `${file} is a single value, but a values file is a mapping of keys.`,
    remedy: list
      ? 'Put the list under the key it belongs to, such as workers:, or choose another file.'
      : 'Choose the values.yaml that you give to helm install.',
    range: { offset, length: firstLine },
  };
}
