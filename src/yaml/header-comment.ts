import { isBlockScalar } from './insertion-point.ts';
import type { YamlNode } from './node.ts';
import { lineEnd } from './trivia.ts';

/**
 * The comment behind the `|` or `>` of a text, with the blanks in front of it: it lies inside of
 * the text's range, but is not part of the value and outlives it. Empty where there is none.
 */
export function headerComment(text: string, node: YamlNode): string {
  if (!isBlockScalar(node)) return '';
  const header = text.slice(node.content, lineEnd(text, node.content));
  return /[ \t]+#.*$/.exec(header)?.[0].trimEnd() ?? '';
}

/** Puts a comment at the end of the first of some lines. */
export function withComment(lines: string, comment: string): string {
  const end = lineEnd(lines, 0);
  return lines.slice(0, end) + comment + lines.slice(end);
}
