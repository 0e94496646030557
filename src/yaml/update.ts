import type { PlainValue } from './change.ts';
import {
  type EditContext,
  guardRemoval,
  guardValue,
  isAgreed,
  type Target,
  targetOf,
} from './edit-context.ts';
import { insertInFlow } from './flow-edits.ts';
import { append, insert } from './insert.ts';
import { entryKey, isEmpty, provider } from './mapping.ts';
import type { MappingNode, SequenceNode, YamlNode } from './node.ts';
import { removeElements } from './remove.ts';
import { isList, isNested, renderFlow } from './render.ts';
import { replaceWhole } from './replace.ts';
import { blockStyle, flowStyle } from './style.ts';
import type { TextEdit } from './text-edit.ts';
import { dataOf, isObject, sameValue } from './value.ts';

/** Replaces a value, changing only what differs if both are collections of a kind. */
export function replace(context: EditContext, target: Target, value: PlainValue): TextEdit[] {
  const { node } = target;
  if (sameValue(dataOf(node), value)) return [];
  if (node.kind === 'alias' && isAgreed(context, node.target, [])) {
    return replace(context, targetOf(context, node.target, target.path), value);
  }
  const isEmptyCollection = (node.kind === 'mapping' || node.kind === 'sequence') && isEmpty(node);
  if (isEmptyCollection && isNested(value) && spansLines(context, node)) {
    return fillLines(context, target, node, value);
  }
  if (isNested(value) && !context.whole) {
    if (node.kind === 'mapping' && !isList(value)) {
      const edits = updateMapping(context, target, node, value);
      if (edits !== undefined) return edits;
    }
    if (node.kind === 'sequence' && node.items.length > 0 && isList(value)) {
      return updateSequence(context, target, node, value);
    }
  }
  return replaceWhole(context, target, value);
}

/** @returns undefined if nothing of the mapping stays, or a merge key is in the way */
function updateMapping(
  context: EditContext,
  target: Target,
  mapping: MappingNode,
  value: { readonly [key: string]: PlainValue },
): TextEdit[] | undefined {
  const data = dataOf(mapping);
  if (!isObject(data)) return undefined;
  const stays = mapping.entries.map((entry) => {
    const key = entryKey(entry);
    return key === undefined || Object.hasOwn(value, key);
  });
  const kept = stays.lastIndexOf(true) + 1;
  if (kept === 0) return undefined;
  // In this order: where two edits meet at an offset, the first one's text comes first.
  const inside: TextEdit[] = [];
  const inserts: TextEdit[] = [];
  const removed: Target[] = [];
  for (const key of Object.keys(data)) {
    const found = provider(mapping, key);
    if (Object.hasOwn(value, key)) continue;
    if (found?.kind !== 'own' || mergesKey(mapping, key)) return undefined;
  }
  for (const [key, item] of Object.entries(value)) {
    const found = provider(mapping, key);
    if (found?.kind === 'own') {
      const child = targetOf(context, found.entry.value, [...target.path, key]);
      inside.push(...replace(context, child, item));
    } else if (found === undefined || !sameValue(dataOf(found.entry.value), item)) {
      if (found?.shadowed !== undefined) return undefined;
      inserts.push(...insert(context, target, mapping, key, item, kept));
    }
  }
  for (const [index, entry] of mapping.entries.entries()) {
    if (stays[index]) continue;
    removed.push(targetOf(context, entry.value, [...target.path, entryKey(entry) ?? '']));
  }
  guardRemoval(context, removed);
  const indexes = removed.map(({ index }) => index);
  return [...inside, ...inserts, ...removeElements(context, mapping, indexes)];
}

function mergesKey(mapping: MappingNode, key: string): boolean {
  const own = mapping.entries.filter((entry) => entryKey(entry) !== key);
  return provider({ ...mapping, entries: own }, key) !== undefined;
}

function updateSequence(
  context: EditContext,
  target: Target,
  sequence: SequenceNode,
  value: readonly PlainValue[],
): TextEdit[] {
  const edits: TextEdit[] = [];
  const removed: Target[] = [];
  for (const [index, item] of sequence.items.entries()) {
    const path = [...target.path, index];
    const wanted = value[index];
    const slot = targetOf(context, item, path);
    if (wanted !== undefined) edits.push(...replace(context, slot, wanted));
    else removed.push(slot);
  }
  guardRemoval(context, removed);
  const indexes = removed.map(({ index }) => index);
  edits.push(...removeElements(context, sequence, indexes));
  for (const item of value.slice(sequence.items.length)) {
    edits.push(...append(context, target, sequence, item));
  }
  return edits;
}

/** Puts elements between brackets that hold a comment; they become braces for a mapping. */
export function fillLines(
  context: EditContext,
  target: Target,
  node: MappingNode | SequenceNode,
  value: PlainValue,
): TextEdit[] {
  const { tree } = context;
  const style = flowStyle(tree, target.parent);
  const { eol } = blockStyle(tree, node, node.content);
  guardValue(context, target);
  const open = isList(value) ? '[' : '{';
  const inside = renderFlow(value, { ...style, pad: '' }).slice(1, -1);
  const edits = insertInFlow(tree.text, node, inside, eol);
  if (tree.text[node.content] === open) return edits;
  const close = node.range.offset + node.range.length - 1;
  return [
    { offset: node.content, length: 1, text: open },
    ...edits,
    { offset: close, length: 1, text: isList(value) ? ']' : '}' },
  ];
}

export function spansLines({ tree }: EditContext, { range }: YamlNode): boolean {
  return /[\r\n]/.test(tree.text.slice(range.offset, range.offset + range.length));
}
