import type { Change, Refusal } from './change.ts';
import { keepCommentsApart } from './comment-gap.ts';
import { appendGoal, descend, setGoal } from './descend.ts';
import { type EditContext, guardRemoval, isAgreed, merged, targetOf } from './edit-context.ts';
import { nodeAt } from './locate.ts';
import { entryKey, provider, resolve } from './mapping.ts';
import type { YamlNode } from './node.ts';
import type { YamlTree } from './parse-tree.ts';
import { parseTree } from './parse-tree.ts';
import type { Path } from './path.ts';
import { changedData } from './plain-data.ts';
import { Refused, refusalOf } from './refusal.ts';
import { removeElement } from './remove.ts';
import { BlockWriter } from './render.ts';
import { overwrite } from './replace.ts';
import { relations } from './sharing.ts';
import { blockStyle } from './style.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { lineEnd } from './trivia.ts';
import { dataOf, sameValue } from './value.ts';

/**
 * The edits that make a change, with the other paths they take care of, or why it is not made. No
 * edits: nothing to do.
 */
export type Plan =
  | { readonly ok: true; readonly edits: readonly TextEdit[]; readonly covered: readonly Path[] }
  | { readonly ok: false; readonly refusal: Refusal };

export interface PlanOptions {
  /** Paths at which the same change is made too. */
  readonly agreed?: readonly Path[];
  readonly literals?: boolean;
  readonly whole?: boolean;
}

/** Works out the edits of a change. They are not yet checked by reading the result. */
export function plan(tree: YamlTree, change: Change, options: PlanOptions = {}): Plan {
  const context: EditContext = {
    tree,
    change,
    comments: change.op === 'remove' ? {} : (change.comments ?? {}),
    literals: options.literals ?? true,
    whole: options.whole ?? false,
    agreed: options.agreed ?? [],
    covered: [],
  };
  try {
    const problem = tree.problems[0];
    if (problem !== undefined) {
      throw new Refused('unreadable', problem.message, problem.remedy, problem.range);
    }
    const edits = keepCommentsApart(tree.text, editsOf(context));
    // Differences that lie too close to each other are not worth telling apart.
    if (overlap(edits) && !context.whole) return plan(tree, change, { ...options, whole: true });
    return { ok: true, edits, covered: context.covered };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: refusalOf(change, error) };
    throw error;
  }
}

/**
 * The edits of a change, checked: the edited text is read again and must hold exactly the data
 * that the change asks for. What cannot be done rightly is refused.
 */
export function checkedPlan(tree: YamlTree, change: Change, options: PlanOptions = {}): Plan {
  const first = plan(tree, change, options);
  if (!first.ok || first.edits.length === 0 || isRight(tree, change, first)) return first;
  for (const other of [{ literals: false }, { literals: false, whole: true }]) {
    const next = plan(tree, change, { ...options, ...other });
    if (next.ok && isRight(tree, change, next)) return next;
  }
  const at = nodeAt(tree.root, change.path) ?? tree.root;
  const range = at?.range ?? { offset: 0, length: lineEnd(tree.text, 0) };
  const refused = new Refused(
    'unsupported',
    'This place is written in a way that cannot be edited safely here.',
    'Make this change by hand in the text.',
    range,
  );
  return { ok: false, refusal: refusalOf(change, refused) };
}

function isRight(tree: YamlTree, change: Change, done: Extract<Plan, { ok: true }>): boolean {
  let expected = tree.root === undefined ? null : dataOf(tree.root);
  for (const path of [change.path, ...done.covered]) {
    expected = changedData(expected, { ...change, path });
  }
  if (overlap(done.edits)) return false;
  return holds(parseTree(applyEdits(tree.text, done.edits)), expected);
}

/** Whether edits would meet in a way that `applyEdits` takes for a mistake. */
function overlap(edits: readonly TextEdit[]): boolean {
  const sorted = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.offset - b.offset || a.index - b.index);
  return sorted.some((edit, i) => {
    const before = sorted[i - 1];
    return before !== undefined && edit.offset < before.offset + before.length;
  });
}

/** Whether a tree reads as the given data. */
export function holds(tree: YamlTree, data: unknown): boolean {
  if (tree.problems.length > 0) return false;
  return sameValue(tree.root === undefined ? null : dataOf(tree.root), data);
}

function editsOf(context: EditContext): TextEdit[] {
  const { tree, change } = context;
  const { root } = tree;
  if (change.op === 'remove') return root === undefined ? [] : removal(context, root, change.path);
  if (root === undefined) return intoEmptyText(context);
  const goal =
    change.op === 'set' ? setGoal(context, change.value) : appendGoal(context, change.value);
  const there = nodeAt(root, change.path);
  if (change.op === 'set' && there !== undefined && sameValue(dataOf(there), change.value))
    return [];
  return descend(context, targetOf(context, root, []), change.path, goal);
}

/** A text of nothing but comments gets its first lines at the end. */
function intoEmptyText({ tree, change, comments }: EditContext): TextEdit[] {
  const data = changedData(null, change);
  const style = blockStyle(tree, undefined, tree.text.length);
  const plain = JSON.parse(JSON.stringify(data));
  const depth = change.path.length;
  const base = depth === 0 ? '' : '\0';
  const writer = new BlockWriter(style, base === '' ? comments : prefixed(comments, change), true);
  const lines = writer.collection(plain, 0, '');
  const body = lines.length > 0 ? lines : writer.scalar(plain, 0);
  const gap = tree.text === '' || /[\r\n\uFEFF]$/.test(tree.text) ? '' : style.eol;
  return [{ offset: tree.text.length, length: 0, text: gap + body.join(style.eol) + style.eol }];
}

function prefixed(comments: Readonly<Record<string, string>>, change: Change) {
  const base = [...change.path, ...(change.op === 'append' ? [0] : [])].join('/');
  return Object.fromEntries(
    Object.entries(comments).map(([path, text]) => [path === '' ? base : `${base}/${path}`, text]),
  );
}

function removal(context: EditContext, root: YamlNode, path: Path): TextEdit[] {
  const last = path.at(-1);
  if (last === undefined) {
    throw new Refused(
      'unsupported',
      'The whole document cannot be taken out.',
      'Clear the text instead.',
      root.range,
    );
  }
  const node = nodeAt(root, path);
  if (node === undefined) return [];
  const holder = relations(context.tree).slots.get(node);
  const parent = holder?.parent;
  const way = wayTo(root, path);
  if (parent === undefined || holder === undefined) return [];
  if (way !== undefined && !isAgreed(context, parent, [last])) {
    throw merged(context, parent, [last], path, way);
  }
  if (parent.kind === 'mapping' && typeof last === 'string') {
    const rest = parent.entries.filter((entry) => entryKey(entry) !== last);
    if (provider({ ...parent, entries: rest }, last) !== undefined) {
      throw merged(context, node, [], path, parent);
    }
  }
  guardRemoval(context, [{ ...holder, path }]);
  const count = parent.kind === 'mapping' ? parent.entries.length : parent.items.length;
  const { offset, length } = parent.range;
  const comments = parent.flow && context.tree.text.slice(offset, offset + length).includes('#');
  // Brackets with a comment between them stay as they are around it.
  const stays = comments && !(parent.kind === 'mapping' && parent.bare === true);
  if (count > 1 || stays) return removeElement(context, parent, holder.index);
  const outer = targetOf(context, parent, path.slice(0, -1));
  return overwrite(context, outer, parent.kind === 'mapping' ? {} : []);
}

/** The alias or merge value through which a path leads, if one does. */
function wayTo(root: YamlNode, path: Path): YamlNode | undefined {
  let node: YamlNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'alias') return node;
    const real: YamlNode | undefined = node && resolve(node);
    if (real?.kind === 'mapping' && typeof step === 'string') {
      const found = provider(real, step);
      if (found?.kind === 'merged') return found.through.value;
      node = found?.entry.value;
    } else
      node = real?.kind === 'sequence' && typeof step === 'number' ? real.items[step] : undefined;
  }
  return undefined;
}
