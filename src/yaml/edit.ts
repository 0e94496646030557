import type { PlainValue } from './change.ts';
import {
  type EditContext,
  guard,
  guardValue,
  isAgreed,
  merged,
  type Target,
  targetOf,
} from './edit-context.ts';
import { insertInFlow } from './flow-edits.ts';
import { endsOpenText, lastLeaf, pointForItem, pointForKey } from './insertion-point.ts';
import { entryKey, mergeSources, provider, resolve } from './mapping.ts';
import type { MappingNode, SequenceNode, YamlNode } from './node.ts';
import type { Path } from './path.ts';
import { pathText, Refused } from './refusal.ts';
import { removeElements } from './remove.ts';
import { BlockWriter, blanks, isList, isNested, renderFlow, renderFlowEntry } from './render.ts';
import { fill, lastBreak, replaceWhole } from './replace.ts';
import { blockStyle, flowStyle } from './style.ts';
import type { TextEdit } from './text-edit.ts';
import { columnOf, firstOnLine } from './trivia.ts';
import { dataOf, isObject, put, sameValue } from './value.ts';

/** What to do once the way down a path has come to its end. */
export interface Goal {
  /** The value to write if nothing, or nothing but null, is there. */
  readonly fresh: PlainValue;
  /** The edits for a node that is there. */
  readonly reach: (target: Target) => TextEdit[];
}

/** Edits that set the value at the end of a path. */
export function setGoal(context: EditContext, value: PlainValue): Goal {
  return { fresh: value, reach: (target) => replace(context, target, value) };
}

/** Edits that add an item to the list at the end of a path. */
export function appendGoal(context: EditContext, value: PlainValue): Goal {
  return {
    fresh: [value],
    reach: (target) => {
      const node = resolve(target.node);
      if (target.node.kind === 'alias' && node.kind === 'sequence') {
        if (!isAgreed(context, node, [])) throw merged(context, node, [], target.path, target.node);
        return append(context, { ...targetOf(context, node, target.path) }, node, value);
      }
      if (isEmpty(node)) return fillIn(context, target, [value], 0);
      if (node.kind === 'sequence') return append(context, target, node, value);
      throw wrongKind(node, target.path, 'a list');
    },
  };
}

/**
 * Follows a path down from a target and makes what is missing on the way.
 * @throws Refused
 */
export function descend(context: EditContext, target: Target, path: Path, goal: Goal): TextEdit[] {
  const [step, ...rest] = path;
  if (step === undefined) return goal.reach(target);
  const { node } = target;
  if (node.kind === 'alias') return throughAlias(context, target, node.target, path, goal);
  if (isEmpty(node) && !mayHold(node, step))
    return fillIn(context, target, nest(path, goal, node), step);
  if (node.kind === 'mapping' && typeof step === 'string') {
    return intoMapping(context, target, node, step, rest, goal);
  }
  if (node.kind === 'sequence' && typeof step === 'number') {
    const item = node.items[step];
    const path = [...target.path, step];
    if (item !== undefined) return descend(context, targetOf(context, item, path), rest, goal);
    if (step === node.items.length) return append(context, target, node, nest(rest, goal, node));
    throw new Refused(
      'unsupported',
      `${pathText(target.path)} has ${node.items.length} items, so there is no place for one at index ${step}.`,
      'Append the items in order.',
      node.range,
    );
  }
  throw wrongKind(node, target.path, typeof step === 'number' ? 'a list' : 'a mapping');
}

function intoMapping(
  context: EditContext,
  target: Target,
  mapping: MappingNode,
  key: string,
  rest: Path,
  goal: Goal,
): TextEdit[] {
  const path = [...target.path, key];
  const found = provider(mapping, key);
  if (found?.kind === 'own') {
    return descend(context, targetOf(context, found.entry.value, path), rest, goal);
  }
  if (found === undefined) {
    for (const source of mapping.entries.filter(({ merge }) => merge).flatMap(mergeSources)) {
      // Wanted for everyone who merges it, so it goes where all of them get it from.
      if (!isAgreed(context, source, [key, ...rest])) continue;
      return intoMapping(context, targetOf(context, source, target.path), source, key, rest, goal);
    }
    return insert(context, target, mapping, key, nest(rest, goal, mapping));
  }
  const isSet = context.change.op === 'set' && rest.length === 0;
  const { entry } = found;
  const holder = targetOf(context, entry.value, path);
  if (holder.parent !== undefined && isAgreed(context, holder.parent, [key, ...rest])) {
    return descend(context, holder, rest, goal);
  }
  if (!isSet || found.shadowed !== undefined) {
    throw merged(
      context,
      holder.parent ?? entry.value,
      [key, ...rest],
      [...path, ...rest],
      found.through.value,
    );
  }
  return insert(context, target, mapping, key, goal.fresh);
}

/** Changes what an alias stands for, or turns the alias into a mapping that merges it. */
function throughAlias(
  context: EditContext,
  target: Target,
  anchored: YamlNode,
  path: Path,
  goal: Goal,
): TextEdit[] {
  const full = [...target.path, ...path];
  if (isAgreed(context, anchored, path)) {
    return descend(context, targetOf(context, anchored, target.path), path, goal);
  }
  const [key, ...rest] = path;
  if (anchored.kind === 'scalar' && anchored.value === null) {
    return replaceWhole(context, target, nest(path, goal, anchored));
  }
  if (anchored.kind === 'scalar') throw wrongKind(anchored, target.path, 'a mapping');
  const isLocal = context.change.op === 'set' && rest.length === 0 && anchored.kind === 'mapping';
  if (!isLocal || typeof key !== 'string') throw merged(context, anchored, path, full, target.node);
  const merge = `<<: ${alias(context, target.node)}`;
  if (target.parent?.flow !== true)
    return replaceWhole(context, target, { [key]: goal.fresh }, merge);
  const style = flowStyle(context.tree, target.parent);
  const entry = renderFlowEntry(key, goal.fresh, style);
  const { offset, length } = target.node.range;
  return [{ offset, length, text: `{${style.pad}${merge}, ${entry}${style.pad}}` }];
}

function alias({ tree }: EditContext, { range }: YamlNode): string {
  return tree.text.slice(range.offset, range.offset + range.length);
}

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
  const removed: number[] = [];
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
    const path = [...target.path, entryKey(entry) ?? ''];
    guardValue(context, targetOf(context, entry.value, path));
    removed.push(index);
  }
  return [...inside, ...inserts, ...removeElements(context, mapping, removed)];
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
  const removed: number[] = [];
  for (const [index, item] of sequence.items.entries()) {
    const path = [...target.path, index];
    const wanted = value[index];
    if (wanted !== undefined)
      edits.push(...replace(context, targetOf(context, item, path), wanted));
    else {
      guardValue(context, targetOf(context, item, path));
      removed.push(index);
    }
  }
  edits.push(...removeElements(context, sequence, removed));
  for (const item of value.slice(sequence.items.length)) {
    edits.push(...append(context, target, sequence, item));
  }
  return edits;
}

/** Adds an entry to a mapping that does not have the key. */
function insert(
  context: EditContext,
  target: Target,
  mapping: MappingNode,
  key: string,
  value: PlainValue,
  kept = mapping.entries.length,
): TextEdit[] {
  const { tree } = context;
  guard(context, mapping, [key], [...target.path, key]);
  const style = blockStyle(tree, mapping, mapping.range.offset + mapping.range.length);
  if (mapping.flow) {
    const entry = renderFlowEntry(key, value, flowStyle(tree, mapping));
    return insertInFlow(tree.text, mapping, entry, style.eol, kept);
  }
  const column = columnOf(tree.text, mapping.content);
  const point = pointForKey(tree.text, mapping, key, kept);
  const base = [...target.path, key].slice(context.change.path.length).join('/');
  const writer = new BlockWriter(style, context.comments, context.literals);
  const block = writer.entry(key, value, column, base).join(style.eol);
  if (!point.before) {
    const text = style.eol + block + lastBreak(context, point.offset, value, style.eol);
    return [{ offset: point.offset, length: 0, text }];
  }
  const text =
    firstOnLine(tree.text, point.offset) && columnOf(tree.text, point.offset) === 0
      ? `${block}${style.eol}`
      : `${block.slice(column)}${style.eol}${blanks(column)}`;
  return [{ offset: point.offset, length: 0, text }];
}

function append(
  context: EditContext,
  target: Target,
  sequence: SequenceNode,
  value: PlainValue,
): TextEdit[] {
  const { tree } = context;
  guard(context, sequence, [sequence.items.length], [...target.path, sequence.items.length]);
  const style = blockStyle(tree, sequence, sequence.range.offset + sequence.range.length);
  if (sequence.flow) {
    return insertInFlow(
      tree.text,
      sequence,
      renderFlow(value, flowStyle(tree, sequence)),
      style.eol,
    );
  }
  const column = columnOf(tree.text, sequence.content);
  const base = context.change.op === 'append' ? '' : String(sequence.items.length);
  const writer = new BlockWriter(style, context.comments, context.literals);
  const block = writer.item(value, column, base).join(style.eol);
  const { offset } = pointForItem(tree.text, sequence);
  const end = lastBreak(context, offset, value, style.eol);
  const edit = { offset, length: 0, text: style.eol + block + end };
  return endsOpenText(tree.text, sequence) ? [closeText(tree.text, sequence), edit] : [edit];
}

/** Marks a text at the end of the file as one without a last line break, before one is added. */
function closeText(text: string, sequence: SequenceNode): TextEdit {
  const leaf = lastLeaf(sequence);
  const header = /^[|>][-+0-9]*/.exec(text.slice(leaf.content, leaf.content + 8))?.[0] ?? '|';
  return {
    offset: leaf.content,
    length: header.length,
    text: `${header.replace('+', '')}-`,
  };
}

/** Fills an empty value; brackets with a comment between them stay brackets. */
function fillIn(
  context: EditContext,
  target: Target,
  value: PlainValue,
  step: string | number,
): TextEdit[] {
  const { node } = target;
  if (node.kind === 'mapping' || node.kind === 'sequence') {
    if (spansLines(context, node) && isNested(value))
      return fillLines(context, target, node, value);
    return fill(context, target, value, step);
  }
  return replaceWhole(context, target, value);
}

function spansLines({ tree }: EditContext, { range }: YamlNode): boolean {
  return /[\r\n]/.test(tree.text.slice(range.offset, range.offset + range.length));
}

/** Puts elements between brackets that hold a comment; they become braces for a mapping. */
function fillLines(
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

/** The value to write for the rest of a path of which nothing is there. */
function nest(path: Path, goal: Goal, at: YamlNode): PlainValue {
  return path.reduceRight<PlainValue>((value, step) => {
    if (typeof step === 'string') {
      const object: { [key: string]: PlainValue } = {};
      put(object, step, value);
      return object;
    }
    if (step === 0) return [value];
    throw new Refused(
      'unsupported',
      `There is no list yet, so there is no place for an item at index ${step}.`,
      'Append the items in order.',
      at.range,
    );
  }, goal.fresh);
}

function isEmpty(given: YamlNode): boolean {
  const node = given;
  if (node.kind === 'scalar') return node.value === null;
  if (node.kind === 'mapping') return node.entries.length === 0;
  return node.kind === 'sequence' && node.items.length === 0;
}

/** Whether an empty flow collection inside of another, or with comments, is better added to than replaced. */
function mayHold(node: YamlNode, step: string | number): boolean {
  return typeof step === 'number' && step > 0 && node.kind !== 'alias';
}

function wrongKind(node: YamlNode, path: Path, wanted: string): Refused {
  const here = {
    scalar: 'a single value',
    mapping: 'a mapping',
    sequence: 'a list',
    alias: 'an alias',
  };
  return new Refused(
    'wrong-kind',
    `${pathText(path)} is ${here[node.kind]}, where ${wanted} is needed.`,
    `Make ${pathText(path)} ${wanted}, or take it out.`,
    node.range,
  );
}
