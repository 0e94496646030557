import type { Change } from './change.ts';
import { nodeAt } from './locate.ts';
import type { YamlTree } from './parse-tree.ts';
import type { Path } from './path.ts';
import type { TextEdit } from './text-edit.ts';

interface Insertion {
  readonly container: string;
  readonly key: string;
}

/**
 * Decides which changes can be planned against the same tree: those that do not depend on each
 * other by path and whose edits do not touch, except for additions to one collection.
 */
export class RoundGate {
  private readonly tree: YamlTree;
  /** The paths that changes of this round alter or wait to alter, and all paths above them. */
  private readonly footprints = new Set<string>();
  private readonly above = new Set<string>();
  private readonly appended = new Set<string>();
  private readonly deferred = new Set<string>();
  private readonly removals = new Map<string, number>();
  private readonly edits: { readonly edit: TextEdit; readonly insertion: Insertion | undefined }[] =
    [];

  constructor(tree: YamlTree) {
    this.tree = tree;
  }

  /** Whether a change depends on one before it in this round. */
  mustWait(change: Change): boolean {
    const path = this.footprint(change);
    const own = key(path);
    const adds = change.op === 'append' && own === key(change.path);
    for (let length = 0; length <= path.length; length++) {
      const prefix = key(path.slice(0, length));
      if (!this.footprints.has(prefix)) continue;
      const appends = length === path.length && adds && this.appended.has(own);
      if (!appends) return true;
    }
    return this.above.has(own) || this.wouldEmpty(change);
  }

  /** Whether the edits of a change meet those of another one of this round. */
  touches(change: Change, edits: readonly TextEdit[]): boolean {
    const insertion = this.insertion(change);
    return edits.some((edit) =>
      this.edits.some((other) => {
        const end = edit.offset + edit.length;
        const otherEnd = other.edit.offset + other.edit.length;
        if (end < other.edit.offset || otherEnd < edit.offset) return false;
        const both = edit.length === 0 && other.edit.length === 0;
        return !both || !besides(insertion, other.insertion);
      }),
    );
  }

  accept(change: Change, edits: readonly TextEdit[]): void {
    const insertion = this.insertion(change);
    for (const edit of edits) this.edits.push({ edit, insertion });
    const own = key(this.footprint(change));
    const adds = change.op === 'append' && own === key(change.path);
    if (adds && !this.deferred.has(own) && this.isOwnList(change.path)) {
      this.appended.add(own);
    }
    if (change.op === 'remove') {
      const container = key(change.path.slice(0, -1));
      this.removals.set(container, (this.removals.get(container) ?? 0) + 1);
    }
    this.claim(change);
  }

  defer(change: Change): void {
    const own = key(this.footprint(change));
    this.deferred.add(own);
    this.appended.delete(own);
    this.claim(change);
  }

  private claim(change: Change): void {
    const path = this.footprint(change);
    this.footprints.add(key(path));
    for (let length = 0; length < path.length; length++) this.above.add(key(path.slice(0, length)));
  }

  /** What a change alters. Where it moves the items of a list, that is the whole list. */
  private footprint(change: Change): Path {
    const { path } = change;
    if (change.op === 'remove' && typeof path.at(-1) === 'number') return path.slice(0, -1);
    const depth = this.depth(path);
    const item = path.findIndex((step, i) => i >= depth && typeof step === 'number');
    return item < 0 ? path : path.slice(0, item);
  }

  /** How many steps of a path exist. */
  private depth(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      if (nodeAt(this.tree.root, path.slice(0, length)) !== undefined) return length;
    }
    return 0;
  }

  /** What a change adds to a collection, if it does no more than that. */
  private insertion(change: Change): Insertion | undefined {
    const { path } = change;
    const depth = this.depth(path);
    if (change.op === 'append' && depth === path.length) {
      return this.isOwnList(path) ? { container: key(path), key: '+' } : undefined;
    }
    if (change.op === 'remove' || depth === path.length) return undefined;
    return { container: key(path.slice(0, depth)), key: key(path.slice(depth, depth + 1)) };
  }

  private isOwnList(path: Path): boolean {
    const node = nodeAt(this.tree.root, path);
    return node?.kind === 'sequence' && node.items.length > 0;
  }

  /** The last entry of a collection has to be taken out knowingly. */
  private wouldEmpty(change: Change): boolean {
    if (change.op !== 'remove') return false;
    const container = change.path.slice(0, -1);
    const taken = this.removals.get(key(container)) ?? 0;
    if (taken === 0) return false;
    const node = nodeAt(this.tree.root, container);
    return node?.kind !== 'mapping' || taken + 1 >= node.entries.length;
  }
}

/** Whether two additions go into one collection side by side. */
function besides(a: Insertion | undefined, b: Insertion | undefined): boolean {
  if (a === undefined || b === undefined || a.container !== b.container) return false;
  return a.key !== b.key || a.key === '+';
}

function key(path: Path): string {
  return JSON.stringify(path);
}
