import { LineIndex } from '../../yaml/line-index.ts';
import { parseTree, type YamlTree } from '../../yaml/parse-tree.ts';
import type { SetOption } from '../set/apply-set.ts';

/** A text of values that is merged with others: a file, or a block of one. */
export interface FileLayer {
  readonly kind: 'file';
  /** For people, such as `prod.yaml`. */
  readonly name: string;
  readonly tree: YamlTree;
  /** The line of the file that the text begins on: not 1, where it is a block of one. */
  readonly firstLine: number;
}

/** Values that an option of the command line sets. */
export interface SetLayer extends SetOption {
  /** Without its value, which may be a credential: `--set a.b=…`. */
  readonly name: string;
}

/** What values come from, in the order in which Helm merges. */
export type Layer = FileLayer | SetLayer;

/** A text as a layer. */
export function fileLayer(name: string, text: string, firstLine = 1): FileLayer {
  return { kind: 'file', name, tree: parseTree(text), firstLine };
}

/** The line of the file on which an offset of a layer's text is, from 1. */
export function lineIn({ tree, firstLine }: FileLayer, offset: number): number {
  return new LineIndex(tree.text).positionAt(offset).line + firstLine - 1;
}

export function setLayer(option: SetOption): SetLayer {
  return { ...option, name: optionName(option, option.text) };
}

/** An assignment of an option without its value. */
export function optionName({ kind }: Pick<SetOption, 'kind'>, assignment: string): string {
  const end = assignment.indexOf('=');
  return `--${kind} ${end < 0 ? assignment : `${assignment.slice(0, end)}=…`}`;
}
