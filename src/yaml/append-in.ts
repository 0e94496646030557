import type { PlainValue } from './change.ts';
import type { YamlTree } from './parse-tree.ts';
import type { Path } from './path.ts';
import { checkedPlan } from './plan.ts';
import type { EditResult } from './refusal.ts';
import type { Comments } from './render.ts';

/**
 * The edits that add an item at the end of the list at a path; a list that is missing, null or
 * empty is made.
 * @param comments end-of-line comments, by path below the item, joined with `/`
 */
export function appendIn(
  tree: YamlTree,
  path: Path,
  value: PlainValue,
  comments: Comments = {},
): EditResult {
  const result = checkedPlan(tree, { op: 'append', path, value, comments });
  return result.ok ? { ok: true, edits: result.edits } : result;
}
