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

type Accepted = {
  readonly change: Change;
  readonly covered: readonly Path[];
  readonly edits: readonly TextEdit[];
};

/**
 * Makes changes one after the other, as if the text were read anew for each: indexes count as the
 * changes before have left them. Equal changes count once. A change that is refused leaves the
 * others to be made; equal changes at every place that shares an anchor are made once, at the anchor.
 */
export function changeText(text: string, changes: readonly Change[]): ChangedText {
  const refused: Refusal[] = [];
  let pending = [...new Map(changes.map((change) => [changeKey(change), change])).values()];
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
      const alone = single(tree, pending, round.accepted[0]);
      if (!alone.result.ok) refused.push(alone.result.refusal);
      else current = applyEdits(current, alone.result.edits);
      refused.push(...round.refused);
      pending = without(round.deferred, alone.result.ok ? alone.result.covered : [], alone.change);
      tree = parseTree(current);
      limit = Number.POSITIVE_INFINITY;
      continue;
    }
    refused.push(...round.refused);
    pending = round.deferred;
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
  const deferred: Change[] = [];
  const covered = new Set<string>();
  for (const change of pending) {
    if (covered.has(changeKey(change))) continue;
    if (accepted.length >= limit || gate.mustWait(change)) {
      gate.defer(change);
      deferred.push(change);
      continue;
    }
    const result = plan(tree, change, { agreed: groups.get(groupKey(change)) ?? [] });
    if (!result.ok) {
      refused.push(result.refusal);
    } else if (result.edits.length > 0) {
      if (gate.touches(change, result.edits)) {
        gate.defer(change);
        deferred.push(change);
        continue;
      }
      gate.accept(change, result.edits);
      accepted.push({ change, covered: result.covered, edits: result.edits });
      for (const path of result.covered) covered.add(changeKey({ ...change, path }));
    }
  }
  const open = deferred.filter((change) => !covered.has(changeKey(change)));
  return { accepted, refused, deferred: open };
}

function single(tree: YamlTree, pending: readonly Change[], accepted: Accepted | undefined) {
  const change = accepted?.change ?? pending[0];
  if (change === undefined) throw new RangeError('No change to make');
  const agreed = groupPaths(pending).get(groupKey(change)) ?? [];
  const result: Plan = checkedPlan(tree, change, { agreed });
  return { change, result };
}

function without(changes: readonly Change[], covered: readonly Path[], done: Change): Change[] {
  const keys = new Set(covered.map((path) => changeKey({ ...done, path })));
  return changes.filter((change) => change !== done && !keys.has(changeKey(change)));
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
