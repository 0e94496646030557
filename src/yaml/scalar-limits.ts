import type { YamlProblem } from './problem.ts';
import { resolveTagged, type ScalarValue } from './scalar.ts';
import type { TextRange } from './text-edit.ts';

/** The value of a scalar with a tag; the text itself, and a problem, where the two do not fit. */
export function taggedValue(
  tag: string,
  text: string,
  range: TextRange,
): { readonly value: ScalarValue; readonly problem?: YamlProblem } {
  const value = resolveTagged(tag, text);
  if (value !== undefined) return { value };
  const problem: YamlProblem = {
    code: 'syntax',
    message: `"${text.slice(0, 40)}" cannot be read as ${tag}.`,
    remedy: `Write a value that fits, or take the tag ${tag} away.`,
    range,
  };
  return { value: text, problem };
}

/** Helm carries values as JSON, which has no infinity and no "not a number". */
export function valueProblems(value: number, range: TextRange): YamlProblem[] {
  if (Number.isFinite(value)) return [];
  return [
    {
      code: 'syntax',
      message: 'Helm cannot read this number: infinity, or no number at all.',
      remedy: 'Write a finite number, or put the word between quotes.',
      range,
    },
  ];
}

/**
 * In `{a:}` and `[a:, b]` the colon is part of the text for Helm, and for nobody else.
 * @param text a plain scalar between brackets
 */
export function colonProblems(text: string, range: TextRange): YamlProblem[] {
  if (!text.endsWith(':')) return [];
  return [
    {
      code: 'syntax',
      message: 'Helm takes this colon for a part of the key, since no space follows it.',
      remedy: 'Put a space after the colon, or write the missing value.',
      range,
    },
  ];
}
