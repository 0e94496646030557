import type { PlainValue } from './change.ts';
import type { YamlNode } from './node.ts';
import { tagName } from './scalar.ts';

/** What a new value replaces of the old one: a tag goes unless it marks a text as such, an anchor stays. */
export function propertiesStart(
  node: YamlNode,
  value?: PlainValue,
): { readonly offset: number; readonly text: string } {
  const marksText = node.tag !== undefined && tagName(node.tag) === 'str';
  if (node.tag === undefined || (marksText && typeof value === 'string')) {
    return { offset: node.content, text: '' };
  }
  return { offset: node.range.offset, text: node.anchor === undefined ? '' : `&${node.anchor} ` };
}
