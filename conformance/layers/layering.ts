import { fileLayer, setLayer } from '../../src/sources/layers/layer.ts';
import { mergeLayers } from '../../src/sources/layers/merge-layers.ts';
import type { SetOption } from '../../src/sources/set/apply-set.ts';
import { dataOf, sameValue } from '../../src/yaml/value.ts';
import type { HelmAnswer } from '../helm/compare.ts';

/** What a command line of Helm gives, and the files that `--set-file` names. */
export interface Layering {
  readonly files: readonly string[];
  readonly options: readonly SetOption[];
  readonly contents?: Readonly<Record<string, string>>;
}

/** Undefined where we and Helm make the same of a layering; else what differs. */
export function differenceFrom({ value = {}, error }: HelmAnswer, given: Layering) {
  const own = merged(given);
  if ('refused' in own)
    return error === undefined ? `refused here alone: ${own.refused}` : undefined;
  if (error !== undefined) return `merged here: ${JSON.stringify(own.value)}, but Helm: ${error}`;
  if (sameValue(own.value, value)) return undefined;
  return `ours:   ${JSON.stringify(own.value)}\ntheirs: ${JSON.stringify(value)}`;
}

function merged({ files, options, contents = {} }: Layering) {
  const layers = [
    ...files.map((text, index) => fileLayer(`layer-${index}.yaml`, text)),
    ...options.map(setLayer),
  ];
  const result = mergeLayers(layers, (name) =>
    Object.hasOwn(contents, name) ? contents[name] : undefined,
  );
  if (!result.ok) return { refused: result.problems.map(({ message }) => message).join(' ') };
  const { root } = result.merge.tree;
  return { value: root === undefined ? {} : dataOf(root) };
}
