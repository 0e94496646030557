import type { YamlTree } from './parse-tree.ts';
import type { Path } from './path.ts';
import { checkedPlan } from './plan.ts';
import type { EditResult } from './refusal.ts';

/**
 * The edits that take the entry or item at a path out, with its lines and the comment behind it.
 * The last one leaves `{}` or `[]`, not a null. No edits if nothing is there.
 */
export function removeIn(tree: YamlTree, path: Path): EditResult {
  const result = checkedPlan(tree, { op: 'remove', path });
  return result.ok ? { ok: true, edits: result.edits } : result;
}
