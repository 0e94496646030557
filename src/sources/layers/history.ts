import { nodeAt, rangeAt } from '../../yaml/locate.ts';
import { resolve } from '../../yaml/mapping.ts';
import type { YamlNode } from '../../yaml/node.ts';
import { type Path, startsWith } from '../../yaml/path.ts';
import type { TextRange } from '../../yaml/text-edit.ts';
import { isObject } from '../../yaml/value.ts';
import type { SetWrite } from '../set/set-write.ts';
import type { FileLayer } from './layer.ts';
import type { Merge, MergeStep } from './merge-layers.ts';

/** What a layer does to a place of the values. */
export interface Contribution {
  /** Index of the layer in the merge's steps. */
  readonly layer: number;
  /**
   * `sets`: gives the place its value, whatever was there before. `joins`: adds to the mapping or
   * list that is there. `hides`: puts something around it that does not have it.
   */
  readonly effect: 'sets' | 'joins' | 'hides';
  /** How many steps of the path lead to what the layer put there as a whole. */
  readonly at: number;
  /** In the layer's own text. */
  readonly range: TextRange;
}

/** What each layer does to a place, earliest first; nothing of those that do not touch it. */
export function historyOf({ steps }: Merge, path: Path): readonly Contribution[] {
  const all = steps.flatMap((step, layer) =>
    step.layer.kind === 'file'
      ? ofFile(step.layer, step, layer, path)
      : ofWrites(step.writes, layer, path),
  );
  const history: Contribution[] = [];
  for (const one of all) {
    const last = history.at(-1);
    // Whoever sets something in a place that was not there makes it.
    if (one.effect === 'joins' && last?.effect === 'hides')
      history.push({ ...one, effect: 'sets' });
    else if (one.effect !== 'joins' || last?.layer !== one.layer) history.push(one);
  }
  return history;
}

/** Of a history what still counts: the last that gave the place its value, and what joined it. */
export function liveOf(history: readonly Contribution[]): readonly Contribution[] {
  const last = history.findLastIndex(({ effect }) => effect !== 'joins');
  return history.slice(Math.max(0, last));
}

/** Whether a place is there, by what counts of its history. */
export function isThere([first]: readonly Contribution[]): boolean {
  return first !== undefined && first.effect !== 'hides';
}

/** Where the value of a place comes from. */
export interface Provenance {
  /** The layer that decides; of a mapping that several layers add to, the first of them. */
  readonly decides: Contribution;
  /** Later layers that add to the same mapping or list. */
  readonly joined: readonly Contribution[];
  /** Earlier layers whose value for the place is replaced. */
  readonly shadowed: readonly Contribution[];
}

/** Where the value at a path comes from; undefined where the merge has none. */
export function provenanceOf(merge: Merge, path: Path): Provenance | undefined {
  const history = historyOf(merge, path);
  const live = liveOf(history);
  const [decides, ...joined] = live;
  if (decides === undefined || !isThere(live)) return undefined;
  const before = history.slice(0, history.length - live.length);
  return { decides, joined, shadowed: before.filter(({ effect }) => effect !== 'hides') };
}

function ofFile(
  { tree }: FileLayer,
  { before }: MergeStep,
  layer: number,
  path: Path,
): readonly Contribution[] {
  let own: YamlNode | undefined = tree.root;
  let there: YamlNode | undefined = before;
  const range = (at: number) => rangeAt(tree, path.slice(0, at)).range;
  for (const [index, step] of path.entries()) {
    own = own && nodeAt(own, [step]);
    if (own === undefined) return [];
    there = there && nodeAt(there, [step]);
    const at = index + 1;
    if (isMapping(own) && isMapping(there)) continue;
    const isSet = nodeAt(own, path.slice(at)) !== undefined;
    if (isSet) return [{ layer, effect: 'sets', at, range: range(path.length) }];
    const hides = there !== undefined || !isMapping(own);
    return hides ? [{ layer, effect: 'hides', at, range: range(at) }] : [];
  }
  if (tree.root === undefined) return [];
  return [{ layer, effect: 'joins', at: path.length, range: range(path.length) }];
}

function isMapping(node: YamlNode | undefined): boolean {
  return node !== undefined && resolve(node).kind === 'mapping';
}

function ofWrites(writes: readonly SetWrite[], layer: number, path: Path): readonly Contribution[] {
  return writes.flatMap((write): Contribution[] => {
    const { range, value, until } = write;
    const at = write.path.length;
    if (until !== undefined) {
      if (!isBetween(path, write.path, until)) return [];
      return [{ layer, effect: path.length === at ? 'sets' : 'hides', at, range }];
    }
    if (startsWith(path, write.path)) {
      const effect = has(value, path.slice(at)) ? 'sets' : 'hides';
      return [{ layer, effect, at, range }];
    }
    return startsWith(write.path, path) ? [{ layer, effect: 'joins', at: path.length, range }] : [];
  });
}

/** Whether a path leads to or through an item between two indexes. */
function isBetween(path: Path, from: Path, until: number): boolean {
  const last = from.length - 1;
  const step = path[last];
  const first = from[last];
  return (
    startsWith(path, from.slice(0, last)) &&
    typeof step === 'number' &&
    typeof first === 'number' &&
    first <= step &&
    step < until
  );
}

function has(value: unknown, path: Path): boolean {
  let at = value;
  for (const step of path) {
    if (typeof step === 'number') {
      if (!Array.isArray(at) || step >= at.length) return false;
      at = at[step];
    } else {
      if (!isObject(at) || !Object.hasOwn(at, step)) return false;
      at = at[step];
    }
  }
  return true;
}
