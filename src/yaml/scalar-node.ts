import type { ScalarNode } from './node.ts';
import type { YamlProblem } from './problem.ts';
import { nodeBase, type Properties } from './properties.ts';
import { resolvePlain } from './scalar.ts';
import { colonProblems, taggedValue } from './scalar-limits.ts';
import type { Token } from './token.ts';

/** The node of a scalar. */
export function scalarNode(
  { start, end, text, style = 'plain' }: Token,
  properties: Properties | undefined,
  inBrackets: boolean,
  problems: YamlProblem[],
): ScalarNode {
  const base = nodeBase(start, end, properties);
  if (style === 'plain' && inBrackets) problems.push(...colonProblems(text, base.range));
  if (base.tag === undefined) {
    return { kind: 'scalar', ...base, style, value: style === 'plain' ? resolvePlain(text) : text };
  }
  const { value, problem } = taggedValue(base.tag, text, base.range);
  if (problem !== undefined) problems.push(problem);
  return { kind: 'scalar', ...base, style, value };
}

/** A node that is not there, but may have an anchor or a tag. */
export function missingNode(
  offset: number,
  properties: Properties | undefined,
  problems: YamlProblem[],
): ScalarNode {
  const base = nodeBase(offset, offset, properties);
  if (base.tag === undefined) return { kind: 'scalar', ...base, style: 'missing', value: null };
  const { value, problem } = taggedValue(base.tag, '', base.range);
  if (problem !== undefined) problems.push(problem);
  return { kind: 'scalar', ...base, style: 'missing', value };
}
