import type { CheckId, Level, RevisionChange, Version } from './check.ts';
import { CHECKS, checksOf, NEWEST_MINOR } from './registry.ts';

/** The minors at which a check changed: between two of them all policies are the same. */
export const CHANGE_MINORS: readonly number[] = [
  ...new Set(CHECKS.flatMap(({ versions }) => versions.map(({ since }) => since))),
].sort((a, b) => a - b);

/** One thing that a later policy version judges differently. */
export interface VersionChange {
  readonly check: CheckId;
  readonly since: number;
  /** `stricter`: the older version doesn't check this. `looser`: it refuses what is now allowed. */
  readonly effect: Exclude<RevisionChange['effect'], 'none'>;
  readonly says: string;
}

/**
 * How a policy at this version differs from latest, oldest change first. Changes to a baseline
 * check that the restricted level replaces are not changes to the restricted level.
 */
export function changesAfter(version: Version, level: Level): readonly VersionChange[] {
  if (version === 'latest') return [];
  const active = new Set(checksOf({ level, version: NEWEST_MINOR }).map(({ id }) => id));
  return CHECKS.filter(({ id }) => active.has(id))
    .flatMap(({ id, versions }) =>
      versions.flatMap(({ since, change }): readonly VersionChange[] => {
        if (since <= version || change === undefined || change.effect === 'none') return [];
        return [{ check: id, since, effect: change.effect, says: change.says }];
      }),
    )
    .sort((a, b) => a.since - b.since);
}
