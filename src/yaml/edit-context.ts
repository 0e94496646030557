import type { Change } from './change.ts';
import { nodeAt } from './locate.ts';
import type { YamlNode } from './node.ts';
import type { YamlTree } from './parse-tree.ts';
import { type Path, samePath, startsWith } from './path.ts';
import { pathText, Refused } from './refusal.ts';
import type { Comments } from './render.ts';
import {
  anchorsUsedOutside,
  hiddenAliases,
  keyStep,
  occurrences,
  relations,
  type Slot,
} from './sharing.ts';

/** What every step of an edit needs to know. */
export interface EditContext {
  readonly tree: YamlTree;
  readonly change: Change;
  readonly comments: Comments;
  /** Whether texts of several lines may be written as `|` blocks. */
  readonly literals: boolean;
  /** Whether collections are replaced as a whole rather than where they differ. */
  readonly whole: boolean;
  /** Paths at which the same change is made too, so that a shared place may be changed for all of them. */
  readonly agreed: readonly Path[];
  /** Filled with the sharers that a change at an anchor takes along. */
  readonly covered: Path[];
}

/** A place to change: where it hangs, and the path it was reached by. */
export interface Target extends Slot {
  readonly path: Path;
}

/** The target of a node as written in the tree. */
export function targetOf(context: EditContext, node: YamlNode, path: Path): Target {
  const slot = relations(context.tree).slots.get(node);
  if (slot === undefined)
    throw new Refused('unsupported', 'This key cannot be changed.', 'Edit it by hand.', node.range);
  return { ...slot, path };
}

/**
 * Makes sure that changing the place `rest` below `node` changes nothing else, or only places
 * that are to be changed in the same way.
 * @param path the path by which the change came here
 * @throws Refused with code shared-anchor
 */
export function guard(context: EditContext, node: YamlNode, rest: Path, path: Path): void {
  const places = occurrences(context.tree, node, rest);
  if (places.length <= 1) return;
  settle(context, places, path, node);
}

/** As `guard`, for a value that another one replaces: its own anchor stays, those in it go. */
export function guardValue(context: EditContext, { node, parent, path }: Target): void {
  guardSlot(context, parent, path);
  for (const anchored of anchorsUsedOutside(context.tree, [node])) {
    if (anchored !== node) throw sharedByOthers(context, anchored, [path]);
    settle(context, occurrences(context.tree, anchored, []), path, anchored);
  }
}

/** As `guard`, for entries and items that go away altogether, with all the anchors in them. */
export function guardRemoval(context: EditContext, gone: readonly Target[]): void {
  for (const { parent, path } of gone) guardSlot(context, parent, path);
  const nodes = gone.flatMap(({ node, entry }) =>
    entry === undefined ? [node] : [entry.key, node],
  );
  const [anchored] = anchorsUsedOutside(context.tree, nodes);
  if (anchored === undefined) return;
  throw sharedByOthers(
    context,
    anchored,
    gone.map(({ path }) => path),
  );
}

function guardSlot(context: EditContext, parent: Slot['parent'], path: Path): void {
  const last = path.at(-1);
  if (parent !== undefined && last !== undefined) guard(context, parent, [last], path);
}

/** The refusal of a change that takes an anchor away which places outside of `gone` need. */
function sharedByOthers({ tree }: EditContext, anchored: YamlNode, gone: readonly Path[]): Refused {
  const places = [...occurrences(tree, anchored, []), ...hiddenAliases(tree, anchored)];
  const others = places.filter((place) => !gone.some((path) => startsWith(place, path)));
  return shared(others, anchored);
}

/** Whether `rest` below `node` shows up in several places that are all to be changed in the same way. */
export function isAgreed(context: EditContext, node: YamlNode, rest: Path): boolean {
  const places = occurrences(context.tree, node, rest);
  if (places.length < 2 || !isAlike(context, places)) return false;
  return places.every((place) => context.agreed.some((path) => samePath(path, place)));
}

/**
 * Whether the same is there, or missing, at all of these places. What is added to a mapping would
 * take the place of what stands in front of a merge key for it.
 */
function isAlike({ tree }: EditContext, places: readonly Path[]): boolean {
  const counts = places.map((place) => missingSteps(tree, place));
  return counts.every((count) => count === counts[0]);
}

/** How many steps of a path lead nowhere. */
function missingSteps({ root }: YamlTree, path: Path): number {
  let count = 0;
  while (count < path.length && nodeAt(root, path.slice(0, path.length - count)) === undefined) {
    count++;
  }
  return count;
}

/**
 * Takes a change that shows up in several places as settled if it is to be made in all of them.
 * @param path where the edit is made: below the change's own path, or above it where the last
 *   steps of that are missing and are made along the way
 */
function settle(context: EditContext, places: readonly Path[], path: Path, node: YamlNode): void {
  const wanted = context.change.path;
  const below = path.slice(wanted.length);
  const missing = wanted.slice(path.length);
  const others = places.filter((place) => !samePath(place, path));
  const together = others.flatMap((place) => {
    const length = Math.max(0, place.length - below.length);
    const fits = !place.includes(keyStep) && samePath(place.slice(length), below);
    return fits ? [[...place.slice(0, length), ...missing]] : [];
  });
  if (together.length < others.length || !isAlike(context, places)) throw shared(others, node);
  const isAgreed = (place: Path) => context.agreed.some((agreed) => samePath(agreed, place));
  if (!together.every(isAgreed)) throw shared(others, node, together);
  context.covered.push(...together);
}

function shared(sharers: readonly Path[], node: YamlNode, together?: readonly Path[]): Refused {
  const name = node.anchor === undefined ? 'an anchor' : `the anchor &${node.anchor}`;
  const where = sharers.slice(0, 3).map(pathText).join(', ');
  const more = sharers.length > 3 ? ` and ${sharers.length - 3} more` : '';
  return new Refused(
    'shared-anchor',
    `This value is shared through ${name}: a change here would also change ${where}${more}.`,
    'Make the same change in all of these places, or write the value out where it has to differ.',
    node.range,
    { sharers, together },
  );
}

/** A value that exists only through an alias or a merge key and cannot be changed for itself. */
export function merged(
  context: EditContext,
  node: YamlNode,
  rest: Path,
  path: Path,
  at: YamlNode,
): Refused {
  const sharers = occurrences(context.tree, node, rest).filter((place) => !samePath(place, path));
  return new Refused(
    'merged-value',
    `${pathText(path)} is there only through ${at.kind === 'alias' ? `the alias *${at.name}` : 'a merge key <<'}, which other places share.`,
    'Write the value out in this place instead of the alias or merge key, then change it.',
    at.range,
    { sharers, together: rest.length > 0 || at.kind === 'alias' ? sharers : undefined },
  );
}
