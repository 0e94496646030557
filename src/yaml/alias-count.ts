/** How many nodes aliases may stand for, all together. */
export const aliasLimit = 200_000;

/** Helm's own limits: how many nodes may come from aliases, of how many. */
const share = 0.99;
const least = { nodes: 1000, aliases: 100 };

/** Counts nodes as if every alias were written out, as Helm does to stop those that multiply. */
export class AliasCount {
  /** The document itself is one for Helm. */
  private nodes = 1;
  private fromAliases = 0;
  private exceeded = false;

  /** All nodes so far. */
  get total(): number {
    return this.nodes;
  }

  node(): void {
    this.nodes++;
  }

  /** Helm does not look into the merge key, nor at a list of what it merges. */
  mergeKey(withList: boolean): void {
    this.nodes -= withList ? 2 : 1;
  }

  /**
   * @param size how many nodes the alias stands for
   * @returns whether these are the ones too many
   */
  alias(size: number): boolean {
    this.nodes += 1 + size;
    this.fromAliases += size;
    if (this.exceeded) return false;
    const { nodes, fromAliases } = this;
    this.exceeded =
      fromAliases > aliasLimit ||
      (fromAliases > least.aliases && nodes > least.nodes && fromAliases / nodes > share);
    return this.exceeded;
  }
}
