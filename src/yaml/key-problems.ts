import type { Entry, YamlNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import { keyText, tagName } from './scalar.ts';
import type { TextRange } from './text-edit.ts';

/** Keys that are not scalars or null, merges of something else than mappings, and keys given twice. */
export function keyProblems(entries: readonly Entry[]): YamlProblem[] {
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
