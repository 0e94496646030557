import { agentShape } from '../../agent/documents/agent-shape.ts';
import { isValuesOf } from '../../sources/chart-shape.ts';
import { isPartlyPlain, mayChange, type Sops, sopsIn } from '../../sources/sops.ts';
import { dataOf } from '../../yaml/value.ts';
import type { SourceText } from './source-text.ts';
import { dataIn } from './text-objects.ts';

/** Whether a file that SOPS encrypted is the agent's values, some of them plain. */
export function isPartlyReadable(text: SourceText): boolean {
  const data = dataIn(text);
  return isValuesOf(data, agentShape) && isPartlyPlain(data);
}

/** What SOPS says of a document that it encrypted; undefined for another. */
export function sopsOf({ tree: { root } }: SourceText): Sops | undefined {
  return root && sopsIn(root);
}

/** Whether a document may become another without breaking the MAC that SOPS keeps of it. */
export function keepsMac(before: SourceText, after: SourceText): boolean {
  const sops = sopsOf(before);
  const { root } = after.tree;
  if (sops === undefined || before.text === after.text) return true;
  return root !== undefined && mayChange(sops, dataIn(before), dataOf(root));
}
