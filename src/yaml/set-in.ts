import type { PlainValue } from './change.ts';
import type { YamlTree } from './parse-tree.ts';
import type { Path } from './path.ts';
import { checkedPlan } from './plan.ts';
import type { EditResult } from './refusal.ts';
import type { Comments } from './render.ts';

/**
 * The edits that put a value at a path and make the mappings it lacks on the way. No edits if
 * the value is there already. A mapping or list in the place of another is changed only where the
 * two differ.
 * @param comments end-of-line comments for what is inserted, by path below `path`, joined with `/`
 */
export function setIn(
  tree: YamlTree,
  path: Path,
  value: PlainValue,
  comments: Comments = {},
): EditResult {
  const result = checkedPlan(tree, { op: 'set', path, value, comments });
  return result.ok ? { ok: true, edits: result.edits } : result;
}
