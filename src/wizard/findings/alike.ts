import type { Problem } from '../../agent/rules/finding.ts';

/** Fewer than this that are alike stand each for itself. */
export const manyAlike = 4;

/** What is the same of problems that differ in nothing but the pods they are about. */
export function likenessOf({ id, rule, effect, message, fix, pods }: Problem): string {
  // What is about no pod differs in its place.
  if (pods.length === 0) return id;
  return JSON.stringify([rule, effect, without(message, pods), without(fix?.title ?? '', pods)]);
}

function without(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ''), text);
}

/** Items that are alike, together, each group where its first one stood. */
export function groupAlike<Item>(
  items: readonly Item[],
  likeness: (item: Item) => string,
): readonly (readonly [Item, ...Item[]])[] {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(likeness(item));
    if (group) group.push(item);
    else groups.set(likeness(item), [item]);
  }
  return [...groups.values()];
}
