import type { Path } from '../yaml/path.ts';
import { isObject } from '../yaml/value.ts';

/**
 * Where nulls stand in mappings of values: Kustomize takes those out, so that the chart's own
 * default stays what it is. Lists are one value to it.
 */
export function droppedNulls(data: unknown): readonly Path[] {
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([key, value]): Path[] => {
    if (value === null) return [[key]];
    return droppedNulls(value).map((path) => [key, ...path]);
  });
}
