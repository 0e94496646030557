import type { Entry, ScalarNode, YamlNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import { isIntegerText, keyText, tagName } from './scalar.ts';
import type { TextRange } from './text-edit.ts';

/**
 * Keys that are not scalars or null, or numbers that Helm spells otherwise; merges of something
 * else than mappings; and keys given twice.
 * @param text the text that the entries are from
 */
export function keyProblems(entries: readonly Entry[], text: string): YamlProblem[] {
  const seen = new Map<string, TextRange>();
  return entries.flatMap(({ key, value, merge }): YamlProblem[] => {
    if (merge) return mergeProblems(value);
    const node = key.kind === 'alias' ? key.target : key;
    if (node.kind !== 'scalar' || node.value === null) {
      return [
        {
          code: 'syntax',
          message: 'A key is not a word, a number, true or false.',
          remedy:
            'Give the entry a name that is plain text, in quotes if it has special characters.',
          range: key.range,
        },
      ];
    }
    if (typeof node.value === 'number' && !isSpelledAlike(node, node.value, text)) {
      return [
        {
          code: 'syntax',
          message: 'Helm reads this key as a number, and spells it in another way.',
          remedy: 'Put the key between quotes.',
          range: key.range,
        },
      ];
    }
    const name = keyText(node.value);
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, key.range);
      return [];
    }
    return [
      {
        code: 'duplicate-key',
        message: `The key "${name}" is there twice in the same mapping.`,
        remedy: 'Keep one of the two and delete the other.',
        range: key.range,
        related: [first],
      },
    ];
  });
}

/**
 * Keys become text. Helm spells whole numbers exactly, and others with no more digits than 32 bits
 * hold, and with an exponent from a million on.
 */
function isSpelledAlike(node: ScalarNode, value: number, text: string): boolean {
  const { offset, length } = node.range;
  const isInteger =
    node.style === 'plain' && isIntegerText(text.slice(node.content, offset + length));
  if (isInteger) return Number.isSafeInteger(value);
  if (!Number.isFinite(value)) return true;
  const size = Math.abs(value);
  const digits = String(size).replace('.', '').replace(/^0+/, '');
  return size < 1e6 && (size >= 1e-4 || Object.is(value, 0)) && digits.length <= 6;
}

function mergeProblems(value: YamlNode): YamlProblem[] {
  const items = value.kind === 'sequence' ? value.items : [value];
  const wrong = items.filter((item) => {
    const node = item.kind === 'alias' ? item.target : item;
    return node.kind !== 'mapping';
  });
  return wrong.map((item) => ({
    code: 'syntax',
    message: 'The merge key << is given something else than a mapping.',
    remedy: 'Let << refer to a mapping, as in `<<: *name`, or to a list of mappings.',
    range: item.range,
  }));
}

/** Whether a key is the merge key: `<<` without quotes, or tagged as it, or with a bare `!`. */
export function isMergeKey(key: YamlNode): boolean {
  if (key.kind !== 'scalar' || key.value !== '<<') return false;
  if (key.tag === undefined) return key.style === 'plain';
  const name = tagName(key.tag);
  return name === 'merge' || name === '!';
}
