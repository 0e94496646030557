import { plain } from '../../agent/settings/lens/plain.ts';
import { changeText } from '../../yaml/change-text.ts';
import { nodeAt, rangeAt } from '../../yaml/locate.ts';
import { parseTree, type YamlTree } from '../../yaml/parse-tree.ts';
import type { Path } from '../../yaml/path.ts';
import { dataOf, sameValue } from '../../yaml/value.ts';
import { ownText } from './own-text.ts';

/** How far the values stand to the right of their key. */
const step = 2;

/**
 * A host's text with the values in it, below a key that has an empty mapping there. The lines are
 * the user's own, comments too, wherever they mean the same in their new place; else the values
 * are written anew. What comes out is read again, and must be the same values.
 * @param at the path of the key in the host
 * @returns undefined where the values cannot be written there
 */
export function withValues(host: string, at: Path, values: YamlTree): string | undefined {
  const wanted = values.root === undefined ? undefined : dataOf(values.root);
  if (wanted === undefined) return undefined;
  const holds = (text: string) => {
    const tree = parseTree(text);
    const found = tree.problems.length === 0 ? nodeAt(tree.root, at) : undefined;
    return found !== undefined && sameValue(dataOf(found), wanted);
  };
  const own = ownText(values);
  const kept = own === undefined ? undefined : inPlace(host, at, own);
  if (kept !== undefined && holds(kept)) return kept;
  const { text, refused } = changeText(host, [{ op: 'set', path: at, value: plain(wanted) }]);
  return refused.length === 0 && holds(text) ? text : undefined;
}

/** The host with a text in the place of the empty mapping. */
function inPlace(host: string, at: Path, text: string): string | undefined {
  const { range, key } = rangeAt(parseTree(host), at);
  if (key === undefined) return undefined;
  const column = key.offset - (host.lastIndexOf('\n', key.offset) + 1) + step;
  const lines = text.slice(0, -1).split('\n');
  const body = lines.map((line) => (line === '' ? '' : ' '.repeat(column) + line)).join('\n');
  const head = host.slice(0, range.offset).trimEnd();
  return `${head}\n${body}${host.slice(range.offset + range.length)}`;
}
