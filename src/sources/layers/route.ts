import type { Change } from '../../yaml/change.ts';
import { rangeAt } from '../../yaml/locate.ts';
import type { Path } from '../../yaml/path.ts';
import { pathText } from '../../yaml/refusal.ts';
import type { TextRange } from '../../yaml/text-edit.ts';
import { sameValue } from '../../yaml/value.ts';
import { type Contribution, historyOf, isThere, liveOf } from './history.ts';
import { optionName } from './layer.ts';
import type { Merge } from './merge-layers.ts';
import { mergedAt } from './merged-at.ts';

/** Why a change cannot be made in the layers' files, with the place that is in the way. */
export interface LayerRefusal {
  readonly change: Change;
  /** Index of the layer in the merge's steps. */
  readonly layer: number;
  /** In that layer's own text. */
  readonly range: TextRange;
  readonly message: string;
  readonly remedy: string;
}

/** The files in which a change is to be made; none where there is nothing to do. */
export type Route =
  | { readonly ok: true; readonly layers: readonly number[] }
  | { readonly ok: false; readonly refusal: LayerRefusal };

/**
 * Where a change is written: in the last layer that sets that very value; else, along its path, at
 * the nearest parent that is there: with a list in the layer that sets it, with a mapping in the
 * first that does, since what holds there holds for all; else in the first file.
 * @param into the index of the file that somebody chose instead
 */
export function routeOf(merge: Merge, change: Change, into?: number): Route {
  if (change.op === 'remove') return removal(merge, change, into);
  if (change.op === 'set') {
    const there = mergedAt(merge, change.path);
    if (there.exists && sameValue(there.value, change.value)) return { ok: true, layers: [] };
  }
  const list = listOnTheWay(merge, change);
  const home = into === undefined ? homeOf(merge, change.path) : { layer: into };
  if ('decides' in home) return refused(merge, change, home.decides);
  if (into !== undefined && list !== undefined && list.layer !== into) {
    return refused(merge, change, list);
  }
  const later = historyOf(merge, change.path).findLast(
    ({ layer, effect }) => layer > home.layer && effect !== 'joins',
  );
  return later === undefined ? { ok: true, layers: [home.layer] } : refused(merge, change, later);
}

/** The layer to write in, or an option that decides. */
function homeOf(
  merge: Merge,
  path: Path,
): { readonly layer: number } | { readonly decides: Contribution } {
  const isFile = ({ layer }: Contribution) => merge.steps[layer]?.layer.kind === 'file';
  for (let length = path.length; length > 0; length -= 1) {
    const live = liveOf(historyOf(merge, path.slice(0, length)));
    const [first] = live;
    if (first === undefined || !isThere(live)) continue;
    if (first.effect === 'sets' && !isFile(first)) return { decides: first };
    const files = live.filter(isFile);
    // That very value: the last that sets it. A parent: the first.
    const chosen = length === path.length ? files.at(-1) : files[0];
    if (chosen !== undefined) return { layer: chosen.layer };
  }
  return { layer: 0 };
}

/** Who sets the outermost list that a change goes into: nobody else can write in it. */
function listOnTheWay(merge: Merge, { op, path }: Change): Contribution | undefined {
  const index = path.findIndex((step) => typeof step === 'number');
  if (index < 0 && op !== 'append') return undefined;
  const live = liveOf(historyOf(merge, index < 0 ? path : path.slice(0, index)));
  return isThere(live) ? live[0] : undefined;
}

/** Out of every layer that would show through once those behind it are gone. */
function removal(merge: Merge, change: Change, into: number | undefined): Route {
  const { path } = change;
  if (!mergedAt(merge, path).exists) return { ok: true, layers: [] };
  const layers = new Set<number>();
  for (const one of historyOf(merge, path).toReversed()) {
    if (one.effect !== 'hides') {
      const isFile = merge.steps[one.layer]?.layer.kind === 'file';
      if (!isFile || (into !== undefined && one.layer !== into)) {
        return refused(merge, change, one);
      }
      layers.add(one.layer);
    }
    if (one.effect !== 'joins' && one.at < path.length) break;
  }
  return { ok: true, layers: [...layers].sort((a, b) => a - b) };
}

function refused(merge: Merge, change: Change, one: Contribution): Route {
  return {
    ok: false,
    refusal: refusalBy(merge, change, one, 'which hides what other layers say of it'),
  };
}

/** A refusal that names the layer whose value is in the way, at the key of that value. */
export function refusalBy(
  { steps }: Merge,
  change: Change,
  { layer: index, at, range }: Contribution,
  effect: string,
): LayerRefusal {
  const layer = steps[index]?.layer;
  const whole = change.path.slice(0, at);
  if (layer === undefined) throw new RangeError('There is no such layer');
  if (layer.kind !== 'file') {
    const { offset, length } = range;
    const option = optionName(layer, layer.text.slice(offset, offset + length));
    const message = `${option} decides ${pathText(whole)}, and no file can change that.`;
    return { change, layer: index, range, message, remedy: `Change or leave out ${option}.` };
  }
  const place = rangeAt(layer.tree, whole);
  return {
    change,
    layer: index,
    range: place.key ?? place.range,
    message: `${pathText(whole)} is set here, ${effect}.`,
    remedy: `Make the change in ${layer.name}.`,
  };
}

/** What decides a place, or the nearest place around it that is there. */
export function decidesAround(merge: Merge, path: Path): Contribution | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const live = liveOf(historyOf(merge, path.slice(0, length)));
    if (isThere(live)) return live[0];
  }
  return undefined;
}
