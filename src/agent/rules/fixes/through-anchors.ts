import type { Change, Refusal } from '../../../yaml/change.ts';
import { changeText } from '../../../yaml/change-text.ts';
import { nodeAt } from '../../../yaml/locate.ts';
import type { YamlNode } from '../../../yaml/node.ts';
import type { YamlTree } from '../../../yaml/parse-tree.ts';
import type { Path } from '../../../yaml/path.ts';
import { plan } from '../../../yaml/plan.ts';
import { pathText } from '../../../yaml/refusal.ts';
import type { Finding, Fix } from '../finding.ts';
import { valuesFix } from '../rule.ts';
import { contextPathOf } from './contexts.ts';

/*
 * A value behind an anchor is seen wherever its aliases stand, so a change there is made only if
 * it is wanted in all those places. Requirements of the standard are: a context that is shared
 * lacks them everywhere, and no container is the worse for them. Any other change stays undone,
 * and the finding names the line in the way.
 */

/** What may be an alias: a look at the text spares most files the rest. */
const alias = /[\s,[{]\*[^\s*]/;

/** A fix that can be made, in all places that share an anchor, or what keeps it from being made. */
export type Outcome = { readonly fix: Fix } | { readonly refusal: Refusal };

/** Widens fixes to all places that share an anchor, and takes away those that cannot be made. */
export function throughAnchors(tree: YamlTree, findings: readonly Finding[]): readonly Finding[] {
  if (!hasAliases(tree)) return findings;
  const outcomes = new Map<Fix, Outcome>();
  return findings.map((finding) => {
    const { fix, ...without } = finding;
    if (fix === undefined) return finding;
    const outcome = outcomes.get(fix) ?? settle(tree, fix);
    outcomes.set(fix, outcome);
    if ('fix' in outcome) return outcome.fix === fix ? finding : { ...finding, fix: outcome.fix };
    return { ...without, message: `${finding.message}; ${inTheWay(tree, outcome.refusal)}` };
  });
}

/** What was found of texts, which are looked at for each fix. */
const known = new WeakMap<YamlTree, boolean>();

/** Whether a value may be seen in several places. */
export function hasAliases(tree: YamlTree): boolean {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const found = alias.test(tree.text);
  known.set(tree, found);
  return found;
}

/** Widens a fix of values to all places that share an anchor. */
export function settle(tree: YamlTree, fix: Fix): Outcome {
  const changes = fix.changes.flatMap((one) => (one.document === 'values' ? [one.change] : []));
  const wide = new Map(changes.map((change) => [placeKey(change), change]));
  const anchors = new Map<string, Path[]>();
  const shared = changes.filter(({ path }) => isShared(tree.root, path));
  for (const change of shared) {
    const refusal = refusalOf(tree, change, changes);
    if (refusal === undefined) continue;
    const { together } = refusal;
    if (together === undefined || !isHarmless(change)) return { refusal };
    for (const path of together) wide.set(placeKey({ ...change, path }), { ...change, path });
    const name = anchorAt(tree, refusal);
    anchors.set(name, [...(anchors.get(name) ?? []), ...together]);
  }
  if (anchors.size === 0) {
    const refusal = inARow(tree, shared, changes);
    return refusal === undefined ? { fix } : { refusal };
  }
  // In one order, so that fixes which start from different sharers are the same fix.
  const all = [...wide].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
  const refusal =
    all.flatMap((change) => refusalOf(tree, change, all) ?? [])[0] ?? inARow(tree, all, all);
  if (refusal !== undefined) return { refusal };
  return { fix: valuesFix(`${fix.title}${alsoWhere(anchors)}`, all) ?? fix };
}

/** Whether a path leads past an anchor, an alias or a merge key; most do not, even where there are some. */
function isShared(root: YamlNode | undefined, path: Path): boolean {
  let node = root;
  for (const step of path) {
    if (node === undefined) return false;
    if (node.kind === 'alias' || node.anchor !== undefined) return true;
    if (node.kind === 'mapping') {
      if (node.entries.some(({ merge }) => merge)) return true;
      node = node.entries.find(({ key }) => key.kind === 'scalar' && key.value === step)?.value;
    } else if (node.kind === 'sequence' && typeof step === 'number') node = node.items[step];
    else return false;
  }
  return node !== undefined && holdsShared(node);
}

function holdsShared(node: YamlNode): boolean {
  if (node.kind === 'alias' || node.anchor !== undefined) return true;
  if (node.kind === 'mapping') return node.entries.some(({ value }) => holdsShared(value));
  return node.kind === 'sequence' && node.items.some(holdsShared);
}

function refusalOf(tree: YamlTree, change: Change, all: readonly Change[]): Refusal | undefined {
  const key = sameKey(change);
  const agreed = all.flatMap((one) => (sameKey(one) === key ? [one.path] : []));
  const result = plan(tree, change, { agreed });
  return result.ok ? undefined : result.refusal;
}

/**
 * Why changes that can each be made cannot all be: one may bring a value into a place that then is
 * no longer its own. They are tried only where two of them come near each other.
 */
function inARow(
  tree: YamlTree,
  shared: readonly Change[],
  all: readonly Change[],
): Refusal | undefined {
  const places = shared.map(({ path }) => touched(tree, path)).sort();
  const meet = places.some((place, i) => i > 0 && place.startsWith(places[i - 1] ?? place));
  return meet ? changeText(tree.text, all).refused[0] : undefined;
}

/** The part of a path that exists and one step more, as a text that begins with that of a place around it. */
function touched({ root }: YamlTree, path: Path): string {
  let length = 1;
  while (length < path.length && nodeAt(root, path.slice(0, length)) !== undefined) length += 1;
  return path
    .slice(0, length)
    .map((step) => `${JSON.stringify(step)} `)
    .join('');
}

/** What is done, wherever it is. */
function sameKey(change: Change): string {
  return JSON.stringify({ ...change, path: [] });
}

function placeKey(change: Change): string {
  return JSON.stringify(change);
}

const requirements: ReadonlySet<unknown> = new Set([
  'seccompProfile',
  'allowPrivilegeEscalation',
  'capabilities',
  'drop',
]);

/** Whether a change only adds what the standard requires of every container. */
function isHarmless({ op, path }: Change): boolean {
  return op !== 'remove' && contextPathOf(path) !== undefined && requirements.has(path.at(-1));
}

/** `, also where &pod is used: workers[0].podSecurityContext` */
function alsoWhere(anchors: ReadonlyMap<string, readonly Path[]>): string {
  return [...anchors]
    .map(([name, paths]) => {
      const places = new Set(paths.map((path) => pathText(contextPathOf(path) ?? path)));
      return `, also where ${name} is used: ${[...places].join(', ')}`;
    })
    .join('');
}

/** The anchor's name in the text, as `&pod`. */
function anchorAt({ text }: YamlTree, { range }: Refusal): string {
  return /^[&*][^\s,[\]{}]+/.exec(text.slice(range.offset))?.[0].replace('*', '&') ?? 'the anchor';
}

function inTheWay({ text }: YamlTree, { message, range }: Refusal): string {
  const line = text.slice(0, range.offset).split('\n').length;
  return `line ${line} is in the way: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}`;
}
