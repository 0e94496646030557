import type { PlainValue } from './change.ts';
import {
  type EditContext,
  guardValue,
  isAgreed,
  merged,
  type Target,
  targetOf,
} from './edit-context.ts';
import { append, insert } from './insert.ts';
import { isEmpty, mergeSources, provider, resolve } from './mapping.ts';
import type { MappingNode, YamlNode } from './node.ts';
import type { Path } from './path.ts';
import { pathText, Refused } from './refusal.ts';
import { isNested, renderFlowEntry } from './render.ts';
import { fill, replaceWhole } from './replace.ts';
import { flowStyle } from './style.ts';
import type { TextEdit } from './text-edit.ts';
import { fillLines, replace, spansLines } from './update.ts';
import { put } from './value.ts';

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
  guardValue(context, target);
  const style = flowStyle(context.tree, target.parent);
  const entry = renderFlowEntry(key, goal.fresh, style);
  const { offset, length } = target.node.range;
  return [{ offset, length, text: `{${style.pad}${merge}, ${entry}${style.pad}}` }];
}

function alias({ tree }: EditContext, { range }: YamlNode): string {
  return tree.text.slice(range.offset, range.offset + range.length);
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
