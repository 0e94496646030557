import { nodeAt } from '../../yaml/locate.ts';
import type { YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { dataOf } from '../../yaml/value.ts';

/** The data at a place of a document; undefined where nothing is. */
export function dataAt(tree: YamlTree, path: Path): unknown {
  const node = nodeAt(tree.root, path);
  return node && dataOf(node);
}
