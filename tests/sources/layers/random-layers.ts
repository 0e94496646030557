import { fileLayer, type Layer, setLayer } from '../../../src/sources/layers/layer.ts';
import { type Merge, mergeLayers } from '../../../src/sources/layers/merge-layers.ts';
import type { Path } from '../../../src/yaml/path.ts';
import { dataOf, isObject } from '../../../src/yaml/value.ts';
import { Dice, randomDocument } from '../../yaml/random-document.ts';

/** The merge of layers, for a test that knows that they can be merged. */
export function mergeOf(layers: readonly Layer[]): Merge {
  const result = mergeLayers(layers, () => undefined);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  return result.merge;
}

export function dataIn({ tree }: Merge): unknown {
  return tree.root === undefined ? {} : dataOf(tree.root);
}

/** Two to four files of random styles that share keys, and now and then options that fit them. */
export function randomMerge(seed: number): Merge | undefined {
  const dice = new Dice(seed);
  const files = Array.from({ length: 2 + dice.roll(3) }, (_, index) =>
    fileLayer(`layer-${index}.yaml`, randomDocument(dice.roll(2 ** 30)).text),
  );
  const before = mergeLayers(files, () => undefined);
  if (!before.ok) return undefined;
  const paths = pathsIn(dataIn(before.merge));
  const options = Array.from({ length: dice.chance(2) ? dice.roll(3) : 0 }, () =>
    setLayer({
      kind: 'set',
      text: `${optionName(paths[dice.roll(paths.length)] ?? ['a'])}=${dice.roll(9)}`,
    }),
  );
  const result = mergeLayers([...files, ...options], () => undefined);
  return result.ok ? result.merge : before.merge;
}

/** The name of a place as `--set` has it. */
function optionName(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number'
        ? `[${step}]`
        : `${index === 0 ? '' : '.'}${step.replace(/[.,=[\]\\{}]/g, '\\$&')}`,
    )
    .join('');
}

/** Every path in data, parents first. */
export function pathsIn(data: unknown, at: Path = []): Path[] {
  const below = Array.isArray(data)
    ? data.flatMap((item, index) => pathsIn(item, [...at, index]))
    : isObject(data)
      ? Object.entries(data).flatMap(([key, value]) => pathsIn(value, [...at, key]))
      : [];
  return at.length === 0 ? below : [at, ...below];
}
