import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeLayers } from '../../../src/sources/layers/change-layers.ts';
import { provenanceOf } from '../../../src/sources/layers/history.ts';
import { fileLayer, type Layer } from '../../../src/sources/layers/layer.ts';
import { mergeLayers, placeIn } from '../../../src/sources/layers/merge-layers.ts';
import type { Change, PlainValue } from '../../../src/yaml/change.ts';
import { rangeAt } from '../../../src/yaml/locate.ts';
import { changedData } from '../../../src/yaml/plain-data.ts';
import { dataOf, isObject, type PlainObject, put, sameValue } from '../../../src/yaml/value.ts';
import { Dice } from '../../yaml/random-document.ts';
import { runs, timeout } from '../../yaml/runs.ts';
import { dataIn, pathsIn, randomMerge } from './random-layers.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 30 });

describe('layers mean what Helm means', () => {
  it('merges files key by key', { timeout }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const merge = randomMerge(seed);
        const isOfFiles = merge?.steps.every(({ layer }) => layer.kind === 'file');
        fc.pre(merge !== undefined && isOfFiles === true);
        const expected = merge.steps.map(({ layer }) => ownData(layer)).reduce(mergedData, {});
        expect(dataIn(merge)).toEqual(expected);
      }),
      { numRuns: runs(150) },
    );
  });

  it('knows the layer and the place that each value comes from', { timeout }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const merge = randomMerge(seed);
        fc.pre(merge !== undefined);
        const data = dataIn(merge);
        for (const path of pathsIn(data)) {
          const found = provenanceOf(merge, path);
          expect(found).toBeDefined();
          const value = pathsIn(data).length === 0 ? undefined : valueAt(data, path);
          const step = found && merge.steps[found.decides.layer];
          if (found === undefined || step?.layer.kind !== 'file') continue;
          const alone = valueAt(ownData(step.layer), path);
          // Others may have joined it; what it said itself is not lost unless they replaced it.
          if (found.joined.length === 0) expect(alone).toEqual(value);
          const { layer, range } = placeIn(merge, rangeAt(merge.tree, path).range);
          if (found.joined.length > 0 && layer !== found.decides.layer) continue;
          expect([layer, range]).toEqual([found.decides.layer, found.decides.range]);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('changes no value by a change of a shadowed layer', { timeout }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const merge = randomMerge(seed);
        fc.pre(merge !== undefined);
        const data = dataIn(merge);
        const leaves = pathsIn(data).filter((path) => !hasParts(valueAt(data, path)));
        for (const path of leaves.slice(0, 6)) {
          const found = provenanceOf(merge, path);
          // An empty mapping, too, may be that of several layers.
          if (found === undefined || found.joined.length > 0) continue;
          const decides = found.decides.layer;
          for (const [index, { layer }] of merge.steps.entries()) {
            if (layer.kind !== 'file') continue;
            const own = ownData(layer);
            if (valueAt(own, path) === undefined) continue;
            const marked = changedData(own, { op: 'set', path, value: 'marked' });
            const layers = merge.steps.map(
              (step, at): Layer =>
                at === index ? fileLayer(layer.name, JSON.stringify(marked)) : step.layer,
            );
            // An option may set what lies in the place.
            const again = mergeLayers(layers, () => undefined);
            if (!again.ok) continue;
            const now = valueAt(dataIn(again.merge), path);
            expect(now).toEqual(index === decides ? 'marked' : valueAt(data, path));
          }
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('a change through layers', () => {
  const values: readonly PlainValue[] = [1, 'x', true, null, {}, [], { a: 1 }, [{ name: 'x' }]];

  function randomChange(dice: Dice, data: unknown): Change {
    const paths = pathsIn(data);
    const known = paths[dice.roll(Math.max(1, paths.length))] ?? ['a'];
    const path = dice.chance(3) ? [...known, dice.pick(['a', 'new', 'name'] as const)] : known;
    const value = values[dice.roll(values.length)] ?? null;
    const op = dice.pick(['set', 'set', 'append', 'remove'] as const);
    return op === 'remove' ? { op, path } : { op, path, value };
  }

  it('is what the same change of the merge would be, or is refused with a place', {
    timeout,
  }, () => {
    let made = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const merge = randomMerge(seed);
        fc.pre(merge !== undefined);
        const dice = new Dice(seed + 1);
        const changes = Array.from({ length: 1 + dice.roll(3) }, () =>
          randomChange(dice, dataIn(merge)),
        );
        const into = dice.chance(4) ? dice.roll(2) : undefined;
        const result = changeLayers(merge, changes, into);
        for (const refusal of result.refused) {
          expect(refusal.message).not.toBe('');
          expect(merge.steps[refusal.layer]).toBeDefined();
        }
        const kept = changes.filter((one) => !result.refused.some(({ change }) => change === one));
        const expected = kept.reduce((data: unknown, one) => changedData(data, one), dataIn(merge));
        expect(dataIn(result.merge)).toEqual(expected);
        for (const [index, { layer }] of result.merge.steps.entries()) {
          const before = merge.steps[index]?.layer;
          if (layer.kind !== 'file' || before?.kind !== 'file') expect(layer).toBe(before);
          else if (into !== undefined && index !== into) expect(layer).toBe(before);
        }
        made += kept.length;
      }),
      { numRuns: runs(300) },
    );
    expect(made).toBeGreaterThan(100);
  });
});

function ownData(layer: Layer): unknown {
  if (layer.kind !== 'file') throw new Error('No file');
  return layer.tree.root === undefined ? {} : dataOf(layer.tree.root);
}

function mergedData(a: unknown, b: unknown): unknown {
  if (!isObject(a) || !isObject(b)) return isObject(a) && b === null ? a : b;
  const merged: PlainObject = {};
  for (const [key, value] of Object.entries(a)) put(merged, key, value);
  for (const [key, value] of Object.entries(b)) {
    const there = Object.hasOwn(a, key) ? a[key] : undefined;
    put(merged, key, isObject(there) && isObject(value) ? mergedData(there, value) : value);
  }
  return merged;
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return typeof step === 'number' ? at[step] : undefined;
    return isObject(at) && Object.hasOwn(at, step) ? at[String(step)] : undefined;
  }, data);
}

function hasParts(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !sameValue(value, {}) && !sameValue(value, [])
  );
}
