import { changeLayers } from '../../../sources/layers/change-layers.ts';
import { lineIn } from '../../../sources/layers/layer.ts';
import type { Merge } from '../../../sources/layers/merge-layers.ts';
import { type LayerRefusal, routeOf } from '../../../sources/layers/route.ts';
import type { Change, Refusal } from '../../../yaml/change.ts';
import type { Finding, Fix } from '../finding.ts';
import { valuesFix } from '../rule.ts';
import { hasAliases, settle } from './through-anchors.ts';

/*
 * A change of merged values is made in one of their layers, unless a later layer or an option of
 * the command line would hide it. Then the finding says who, and has no fix.
 */

type Outcome = { readonly fix: Fix } | { readonly inTheWay: string };

/** Takes away the fixes that the layers do not allow, and widens the others through anchors. */
export function throughLayers(
  merge: Merge,
  into: number | undefined,
  findings: readonly Finding[],
): readonly Finding[] {
  const outcomes = new Map<Fix, Outcome>();
  return findings.map((finding) => {
    const { fix, ...without } = finding;
    if (fix === undefined) return finding;
    const outcome = outcomes.get(fix) ?? inLayers(merge, into, fix);
    outcomes.set(fix, outcome);
    if ('fix' in outcome) return outcome.fix === fix ? finding : { ...finding, fix: outcome.fix };
    return { ...without, message: `${finding.message}; ${outcome.inTheWay}` };
  });
}

function inLayers(merge: Merge, into: number | undefined, fix: Fix): Outcome {
  const byLayer = new Map<number, Change[]>();
  for (const { document, change } of fix.changes) {
    if (document !== 'values') continue;
    const route = routeOf(merge, change, into);
    if (!route.ok) return { inTheWay: wordsOf(merge, route.refusal) };
    for (const layer of route.layers) byLayer.set(layer, [...(byLayer.get(layer) ?? []), change]);
  }
  const wide: Fix[] = [];
  for (const [index, changes] of byLayer) {
    const layer = merge.steps[index]?.layer;
    if (layer?.kind !== 'file' || !hasAliases(layer.tree)) continue;
    const own = valuesFix(fix.title, changes);
    const outcome = own && settle(layer.tree, own);
    if (outcome === undefined) continue;
    if ('refusal' in outcome) return { inTheWay: wordsOf(merge, inLayer(index, outcome.refusal)) };
    if (outcome.fix !== own) wide.push(outcome.fix);
  }
  const [widened] = wide;
  if (widened === undefined) return { fix };
  const changes = [...fix.changes, ...wide.flatMap((one) => one.changes)];
  const values = changes.flatMap((one) => (one.document === 'values' ? [one.change] : []));
  const [refusal] = changeLayers(merge, values, into).refused;
  if (refusal !== undefined) return { inTheWay: wordsOf(merge, refusal) };
  return { fix: { title: widened.title, changes } };
}

function inLayer(layer: number, { change, range, message, remedy }: Refusal): LayerRefusal {
  return { layer, change, range, message, remedy };
}

/** `prod.yaml, line 3, is in the way: ...`, or the option that decides. */
function wordsOf({ steps }: Merge, { layer: index, message, range }: LayerRefusal): string {
  const layer = steps[index]?.layer;
  const words = message.replace(/\.$/, '');
  if (layer?.kind !== 'file') return words;
  return `line ${lineIn(layer, range.offset)} of ${layer.name} is in the way: ${words}`;
}
