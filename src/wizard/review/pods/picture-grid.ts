import type { Medium, PartState, PodPicture } from './parts.ts';

/** The bar of a volume, from the row of its first mount to its own row. */
export interface Bar {
  readonly volume: string;
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  readonly medium: Medium;
  readonly state: PartState;
}

export interface PictureGrid {
  /** Columns beside the text: one for each mounted volume, one for each mount that has none. */
  readonly lanes: number;
  /** Where each container starts and how many rows it takes; rows are counted from 1. */
  readonly containers: readonly { readonly from: number; readonly rows: number }[];
  /** The row of the line that counts the volumes. */
  readonly count: number;
  readonly bars: readonly Bar[];
  /** The lane of a volume's name. */
  readonly laneOf: ReadonlyMap<string, number>;
}

/** Above this many volumes lanes are narrower; above `listFrom` the picture is a list. */
export const narrowFrom = 8;
export const listFrom = 16;

/** A container's head and its tags. */
const headRows = 2;

/** The rows and columns of a picture: no measuring, and lines that never cross at the bottom. */
export function pictureGrid({ containers, volumes }: PodPicture): PictureGrid {
  const firstMount = new Map<string, number>();
  const placed: { from: number; rows: number }[] = [];
  let row = 1;
  for (const { mounts } of containers) {
    for (const [index, { volume }] of mounts.entries()) {
      if (!firstMount.has(volume)) firstMount.set(volume, row + headRows + index);
    }
    // A container without mounts says so in a row of its own.
    const rows = headRows + Math.max(1, mounts.length);
    placed.push({ from: row, rows });
    row += rows;
  }
  const count = row;
  const laneOf = new Map<string, number>();
  const bars: Bar[] = [];
  for (const [index, { name, medium, state }] of volumes.entries()) {
    const from = firstMount.get(name);
    if (from === undefined || laneOf.has(name)) continue;
    const lane = laneOf.size;
    laneOf.set(name, lane);
    bars.push({ volume: name, lane, from, to: count + 1 + index, medium, state });
  }
  // A mount without its volume ends in a cross, right of all bars.
  for (const name of firstMount.keys()) if (!laneOf.has(name)) laneOf.set(name, laneOf.size);
  return { lanes: laneOf.size, containers: placed, count, bars, laneOf };
}
