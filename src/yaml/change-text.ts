import type { Change, Refusal } from './change.ts';
import { parseTree, type YamlTree } from './parse-tree.ts';
import type { Path } from './path.ts';
import { changedData, changeKey } from './plain-data.ts';
import { checkedPlan, holds, type Plan, plan } from './plan.ts';
import { RoundGate } from './round-gate.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { dataOf } from './value.ts';

export interface ChangedText {
  readonly text: string;
  readonly refused: readonly Refusal[];
}

interface Accepted {
  readonly change: Change;
  readonly covered: readonly Path[];
  readonly edits: readonly TextEdit[];
  /** Which of the pending changes these edits make: its own and the equal ones that it covers. */
  readonly makes: readonly number[];
}

/**
 * Makes changes one after the other, as if the text were read anew for each: indexes count as the
 * changes before have left them, and an equal change that comes again is made again. A change that
 * is refused leaves the others to be made; equal changes at every place that shares an anchor are
 * made once, at the anchor.
 */
export function changeText(text: string, changes: readonly Change[]): ChangedText {
  const refused: Refusal[] = [];
  let pending = changes;
  let current = text;
  let tree = parseTree(text);
  let limit = Number.POSITIVE_INFINITY;
  while (pending.length > 0) {
    const round = runRound(tree, pending, limit);
    const edits = round.accepted.flatMap((done) => done.edits);
    const next = edits.length === 0 ? current : applyEdits(current, edits);
    const nextTree = next === current ? tree : parseTree(next);
    if (edits.length > 0 && !holds(nextTree, expected(tree, round.accepted))) {
      // One of them went wrong: find out which by making fewer at a time, and check that one alone.
      if (round.accepted.length > 1) {
        limit = Math.floor(round.accepted.length / 2);
        continue;
      }
      const alone = single(tree, pending, round);
      if (!alone.result.ok) refused.push(alone.result.refusal);
      else current = applyEdits(current, alone.result.edits);
      refused.push(...round.refused);
      pending = alone.rest;
      tree = parseTree(current);
      limit = Number.POSITIVE_INFINITY;
      continue;
    }
    refused.push(...round.refused);
    pending = picked(pending, round.deferred);
    current = next;
    tree = nextTree;
    limit = Number.POSITIVE_INFINITY;
  }
  return { text: current, refused };
}

/** Plans as many changes against one tree as do not touch each other; the others wait for the next round. */
function runRound(tree: YamlTree, pending: readonly Change[], limit: number) {
  const gate = new RoundGate(tree);
  const groups = groupPaths(pending);
  const accepted: Accepted[] = [];
  const refused: Refusal[] = [];
  const deferred: number[] = [];
  const made = new Set<number>();
  for (const [index, change] of pending.entries()) {
    if (made.has(index)) continue;
    const wait = () => {
      gate.defer(change);
      deferred.push(index);
    };
    if (accepted.length >= limit || gate.mustWait(change)) {
      wait();
      continue;
    }
    const result = plan(tree, change, { agreed: groups.get(groupKey(change)) ?? [] });
    if (!result.ok) {
      // The aliases in its way may be gone once the changes before it are made.
      const isFirst = accepted.length === 0 && deferred.length === 0;
      if (isFirst || result.refusal.sharers === undefined) refused.push(result.refusal);
      else wait();
      continue;
    }
    if (result.edits.length === 0) continue;
    if (gate.touches(change, result.edits)) {
      wait();
      continue;
    }
    gate.accept(change, result.edits);
    const makes = madeBy(pending, change, index, result.covered, made);
    for (const one of makes) made.add(one);
    accepted.push({ change, covered: result.covered, edits: result.edits, makes });
  }
  return { accepted, refused, deferred: deferred.filter((index) => !made.has(index)) };
}

/** The pending change at `index` along with the first equal one at each path that it covers. */
function madeBy(
  pending: readonly Change[],
  change: Change,
  index: number,
  covered: readonly Path[],
  made: ReadonlySet<number>,
): number[] {
  const makes = [index];
  for (const path of covered) {
    const key = changeKey({ ...change, path });
    const other = pending.findIndex(
      (one, i) => !made.has(i) && !makes.includes(i) && changeKey(one) === key,
    );
    if (other >= 0) makes.push(other);
  }
  return makes;
}

/** Plans the one change of a round alone and checks it; `rest` is what then still waits. */
function single(tree: YamlTree, pending: readonly Change[], round: ReturnType<typeof runRound>) {
  const [accepted] = round.accepted;
  const index = accepted?.makes[0] ?? 0;
  const change = pending[index];
  if (accepted === undefined || change === undefined) throw new RangeError('No change to make');
  const agreed = groupPaths(pending).get(groupKey(change)) ?? [];
  const result: Plan = checkedPlan(tree, change, { agreed });
  const makes = madeBy(pending, change, index, result.ok ? result.covered : [], new Set());
  const waiting = [...round.deferred, ...accepted.makes].filter((one) => !makes.includes(one));
  return { result, rest: picked(pending, waiting) };
}

/** Those of the changes, in the order given. */
function picked(changes: readonly Change[], indexes: readonly number[]): Change[] {
  const wanted = new Set(indexes);
  return changes.filter((_, index) => wanted.has(index));
}

function expected(tree: YamlTree, accepted: readonly Accepted[]): unknown {
  let data = tree.root === undefined ? null : dataOf(tree.root);
  for (const { change, covered } of accepted) {
    for (const path of [change.path, ...covered]) data = changedData(data, { ...change, path });
  }
  return data;
}

/** The paths at which the same thing is to be done. */
function groupPaths(changes: readonly Change[]): Map<string, Path[]> {
  const groups = new Map<string, Path[]>();
  for (const change of changes) {
    const key = groupKey(change);
    const paths = groups.get(key);
    if (paths === undefined) groups.set(key, [change.path]);
    else paths.push(change.path);
  }
  return groups;
}

function groupKey(change: Change): string {
  return changeKey({ ...change, path: [] });
}
