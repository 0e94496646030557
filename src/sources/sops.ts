import { nodeAt } from '../yaml/locate.ts';
import { resolve } from '../yaml/mapping.ts';
import type { YamlNode } from '../yaml/node.ts';
import type { TextRange } from '../yaml/text-edit.ts';

/**
 * Where SOPS keeps its keys and the MAC over the file's values, which any edit would break:
 * https://getsops.io/docs/
 * @returns undefined for a document that SOPS did not encrypt
 */
export function sopsIn(root: YamlNode): TextRange | undefined {
  const mac = nodeAt(root, ['sops', 'mac']);
  if (root.kind !== 'mapping' || mac === undefined || resolve(mac).kind !== 'scalar')
    return undefined;
  return root.entries.find(({ key }) => key.kind === 'scalar' && key.value === 'sops')?.key.range;
}
