import { valueIn } from '../../agent/documents/plain.ts';
import { changeText } from '../../yaml/change-text.ts';
import { nodeAt, pathAt } from '../../yaml/locate.ts';
import { parseTree, type YamlTree } from '../../yaml/parse-tree.ts';
import { dataOf, sameValue } from '../../yaml/value.ts';

/**
 * A values text that may stand within another one: its own lines and comments, with plain line
 * breaks, one at its end, and without byte order mark and document markers.
 * @returns undefined where no such text has the same values
 */
export function ownText(values: YamlTree): string | undefined {
  const wanted = dataIn(values);
  const lines = values.text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const kept = lines.flatMap((line) => {
    const marker = /^(?:---|\.\.\.)(?:[ \t](.*))?$/s.exec(line);
    if (marker === null) return [line];
    const comment = marker[1]?.trimStart() ?? '';
    return comment === '' ? [] : [comment];
  });
  const isFilled = (line: string) => line.trim() !== '';
  const tidy = kept.slice(kept.findIndex(isFilled), kept.findLastIndex(isFilled) + 1);
  for (const text of [`${tidy.join('\n')}\n`, kept.join('\n'), `${kept.join('\n')}\n`]) {
    const found = ended(text, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text if it means what is wanted, or can be made to at its very end. */
function ended(text: string, wanted: unknown): string | undefined {
  if (!text.endsWith('\n')) return undefined;
  const tree = parseTree(text);
  if (isSame(tree, wanted)) return text;
  // A text in | that ended without a line break has one now.
  const path = pathAt(tree.root, text.length - 1);
  const before = path.length === 0 ? undefined : valueIn(wanted, path);
  if (typeof before !== 'string' || nodeAt(tree.root, path)?.kind !== 'scalar') return undefined;
  const changed = changeText(text, [{ op: 'set', path, value: before }]);
  return isSame(parseTree(changed.text), wanted) ? changed.text : undefined;
}

function isSame(tree: YamlTree, wanted: unknown): boolean {
  return tree.problems.length === 0 && sameValue(dataIn(tree), wanted);
}

function dataIn({ root }: YamlTree): unknown {
  return root === undefined ? undefined : dataOf(root);
}
