import { LineIndex } from '../../yaml/line-index.ts';
import { rangeAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';

const indexes = new WeakMap<YamlTree, LineIndex>();

function indexOf(tree: YamlTree): LineIndex {
  const index = indexes.get(tree) ?? new LineIndex(tree.text);
  indexes.set(tree, index);
  return index;
}

/** The line of an offset in a document's text. */
export function lineAt(tree: YamlTree, offset: number): number {
  return indexOf(tree).positionAt(offset).line;
}

/** The line that a path is on: of its key, or of the nearest place that exists. */
export function lineOf(tree: YamlTree, path: Path): number {
  const { key, range } = rangeAt(tree, path);
  return lineAt(tree, (key ?? range).offset);
}
