import type { Entry, ScalarNode, YamlNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import { keyText, tagName } from './scalar.ts';
import type { TextRange } from './text-edit.ts';

/** What js-yaml's parser takes and Helm's reader does not: each function gives the problems it finds. */

/** @param source the scalar as written, in brackets or not */
export function scalarProblems(
  style: ScalarNode['style'],
  source: string,
  inBrackets: boolean,
  range: TextRange,
): YamlProblem[] {
  if (style === 'plain' && inBrackets && (source.includes('?', 1) || source.startsWith(':'))) {
    return [
      {
        code: 'syntax',
        message:
          'Helm cannot read a ? in a value without quotes between brackets, nor a : at its start.',
        remedy: 'Put the value between quotes.',
        range,
      },
    ];
  }
  if (style === 'double' && /(?<!\\)(?:\\\\)*\\(?:\/|u[dD][89a-fA-F])/.test(source)) {
    return [
      {
        code: 'syntax',
        message:
          'Helm cannot read an escape in this value: \\/ or one half of a \\ud83d\\ude80 pair.',
        remedy: 'Write the character itself instead of the escape.',
        range,
      },
    ];
  }
  return [];
}

/** @param colon the two characters that follow a key, the first of them its colon */
export function colonProblems(key: YamlNode, colon: string): YamlProblem[] {
  const bare = key.kind === 'scalar' && key.style === 'plain';
  if (!bare || !/^:[,\]}]/.test(colon)) return [];
  return [
    {
      code: 'syntax',
      message: 'Helm takes this colon for a part of the key, since no space follows it.',
      remedy: 'Put a space after the colon, or write the missing value.',
      range: key.range,
    },
  ];
}

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

/** Whether a key is the merge key: `<<` without quotes, or tagged as it. */
export function isMergeKey(key: YamlNode): boolean {
  if (key.kind !== 'scalar' || key.value !== '<<') return false;
  return key.tag === undefined ? key.style === 'plain' : tagName(key.tag) === 'merge';
}
