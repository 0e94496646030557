import { nodeAt } from '../../yaml/locate.ts';
import type { Path } from '../../yaml/path.ts';
import { dataOf } from '../../yaml/value.ts';
import type { Merge } from './merge-layers.ts';

/** What the merge has at a path. */
export function mergedAt(
  { tree }: Merge,
  path: Path,
): { readonly exists: boolean; readonly value: unknown } {
  const node = nodeAt(tree.root, path);
  return node === undefined
    ? { exists: false, value: undefined }
    : { exists: true, value: dataOf(node) };
}
