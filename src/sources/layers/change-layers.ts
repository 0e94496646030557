import type { Change } from '../../yaml/change.ts';
import { changeText } from '../../yaml/change-text.ts';
import { changedData } from '../../yaml/plain-data.ts';
import { pathText } from '../../yaml/refusal.ts';
import { dataOf, sameValue } from '../../yaml/value.ts';
import { fileLayer, type Layer } from './layer.ts';
import { type Merge, mergeLayers } from './merge-layers.ts';
import { decidesAround, type LayerRefusal, refusalBy, routeOf } from './route.ts';

export interface ChangedLayers {
  readonly merge: Merge;
  readonly refused: readonly LayerRefusal[];
}

/**
 * Makes changes of the merge in the files that it is merged of, each where it belongs, byte-exact.
 * A change is refused if the files cannot be changed so that the merge is what the change says; the
 * others are made.
 * @param into the index of the file that all are to be made in
 */
export function changeLayers(
  merge: Merge,
  changes: readonly Change[],
  into?: number,
): ChangedLayers {
  const together = attempt(merge, changes, into);
  if (together !== undefined) return together;
  // Something came out otherwise: one by one shows which.
  let now = merge;
  const refused: LayerRefusal[] = [];
  for (const change of changes) {
    const alone = attempt(now, [change], into);
    if (alone === undefined) refused.push(unlike(now, change));
    else {
      now = alone.merge;
      refused.push(...alone.refused);
    }
  }
  return { merge: now, refused };
}

/** Undefined if the merge of what was changed is not what the changes say. */
function attempt(
  merge: Merge,
  changes: readonly Change[],
  into: number | undefined,
): ChangedLayers | undefined {
  const refused: LayerRefusal[] = [];
  const byLayer = new Map<number, Change[]>();
  const routed: Change[] = [];
  for (const change of changes) {
    const route = routeOf(merge, change, into);
    if (!route.ok) {
      refused.push(route.refusal);
      continue;
    }
    routed.push(change);
    for (const layer of route.layers) byLayer.set(layer, [...(byLayer.get(layer) ?? []), change]);
  }
  const undone = new Set<Change>();
  const layers = merge.steps.map(({ layer }, index): Layer => {
    const own = byLayer.get(index);
    if (own === undefined || layer.kind !== 'file') return layer;
    const result = changeText(layer.tree.text, own);
    for (const { change, range, message, remedy } of result.refused) {
      refused.push({ change, layer: index, range, message, remedy });
      undone.add(change);
    }
    return result.text === layer.tree.text
      ? layer
      : fileLayer(layer.name, result.text, layer.firstLine);
  });
  const result = mergeLayers(layers, merge.fileText);
  if (!result.ok) return undefined;
  const made = routed.filter((change) => !undone.has(change));
  const expected = made.reduce((data, change) => changedData(data, change), dataIn(merge));
  return sameValue(dataIn(result.merge), expected) ? { merge: result.merge, refused } : undefined;
}

function dataIn({ tree }: Merge): unknown {
  return tree.root === undefined ? {} : dataOf(tree.root);
}

/** A change that would come to something else, as where it brings back what a null hides. */
function unlike(merge: Merge, change: Change): LayerRefusal {
  const decides = decidesAround(merge, change.path);
  const remedy = 'Make this change by hand.';
  if (decides !== undefined) {
    return { ...refusalBy(merge, change, decides, 'and other layers say more of it'), remedy };
  }
  const message = `${pathText(change.path)} cannot be changed in one layer alone.`;
  return { change, layer: 0, range: { offset: 0, length: 0 }, message, remedy };
}
