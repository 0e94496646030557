import type { EqualPods } from './equal-pods.ts';

/** A pod with more volumes than this takes the first column, which is the widest. */
const wideFrom = 4;

/** About how many pixels high a picture is drawn; only their proportion counts. */
export function heightOf({ shown: { containers, volumes } }: EqualPods): number {
  const inside = containers.map(({ tags, mounts }) => {
    const tagRows = Math.ceil(tags.length / 3);
    return 40 + tagRows * 24 + Math.max(1, mounts.length) * 25;
  });
  return 90 + inside.reduce((sum, height) => sum + height, 0) + volumes.length * 32;
}

/**
 * Pods filled into columns from top to bottom, in their order, so that the columns end at about the
 * same height; those with many volumes first.
 */
export function podColumns(
  groups: readonly EqualPods[],
  count: number,
): readonly (readonly EqualPods[])[] {
  if (count <= 1) return [groups];
  const isWide = ({ shown }: EqualPods) => shown.volumes.length > wideFrom;
  const wide = groups.filter(isWide);
  const others = groups.filter((group) => !isWide(group));
  const total = groups.reduce((sum, group) => sum + heightOf(group), 0);
  const columns: EqualPods[][] = Array.from({ length: count }, () => []);
  columns[0]?.push(...wide);
  const heights = columns.map((column) => column.reduce((sum, one) => sum + heightOf(one), 0));
  let at = 0;
  for (const group of others) {
    const height = heightOf(group);
    // It stands where more than half of it is within the column's share.
    const share = total / count;
    while (at < count - 1 && (heights[at] ?? 0) > 0 && (heights[at] ?? 0) + height / 2 > share) {
      at += 1;
    }
    columns[at]?.push(group);
    heights[at] = (heights[at] ?? 0) + height;
  }
  return columns.filter((column) => column.length > 0);
}
