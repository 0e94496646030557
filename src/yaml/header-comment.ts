import { isBlockScalar } from './insertion-point.ts';
import type { YamlNode } from './node.ts';
import { lineEnd } from './trivia.ts';

/**
 * The comment behind the `|` or `>` of a text, with the blanks in front of it, if any: it lies inside of
 * the text's range, but is not part of the value and outlives it. Empty where there is none.
 */
export function headerComment(text: string, node: YamlNode): string {
  if (!isBlockScalar(node)) return '';
  const header = text.slice(node.content, lineEnd(text, node.content));
  return /^[|>][-+0-9]*([ \t]*#.*)$/s.exec(header)?.[1]?.trimEnd() ?? '';
}

/** Puts such a comment at the end of the first of some lines. */
export function withComment(lines: string, comment: string): string {
  const end = lineEnd(lines, 0);
  const head = lines.slice(0, end);
  // With no blank in front it is a comment only behind another | or >.
  const gap = comment.startsWith('#') && !/(?:^|[:-] )[|>][-+0-9]*$/.test(head) ? ' ' : '';
  return head + gap + comment + lines.slice(end);
}
