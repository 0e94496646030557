/** How often a property is tried: the given number, times YAML_RUNS from the environment for a long search. */
export function runs(usual: number): number {
  return Math.round(usual * Number(process.env.YAML_RUNS ?? 1));
}

/** Properties may take their time when they are run more often, in milliseconds. */
export const timeout = 20_000 + runs(10_000);
