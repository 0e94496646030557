import { parseTree } from '../../src/yaml/parse-tree.ts';
import { dataOf, isObject, sameValue } from '../../src/yaml/value.ts';

/** What Helm makes of a text; no value at all is an empty mapping. */
export interface HelmAnswer {
  readonly value?: unknown;
  readonly error?: string;
}

export type Comparison =
  | 'read'
  | 'refused'
  /** Refused here alone. */
  | { readonly refused: string }
  | { readonly difference: string };

/** Compares our reading of a text with Helm's: the same value, or a refusal. */
export function compareWithHelm(text: string, { value = {}, error }: HelmAnswer): Comparison {
  const { root, problems } = parseTree(text);
  const [problem] = problems;
  if (problem !== undefined) {
    return error === undefined ? { refused: `${problem.code}: ${problem.message}` } : 'refused';
  }
  const own = root === undefined ? {} : dataOf(root);
  // A values file is a mapping; what is read of a text that is none is refused later on.
  if (!isObject(own)) return error === undefined ? { refused: 'not a mapping' } : 'refused';
  if (error !== undefined) return { difference: `read here, but refused by Helm: ${error}` };
  if (sameValue(own, value)) return 'read';
  return { difference: `ours:   ${JSON.stringify(own)}\ntheirs: ${JSON.stringify(value)}` };
}
