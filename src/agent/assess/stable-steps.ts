import type { Path } from '../../yaml/path.ts';
import { isMapping } from '../documents/plain.ts';

/**
 * Gives the steps of a path into the data as an id that lasts has them: an item of a list is told
 * by its name (`=w1`) where no other item has the same, so that one that comes or goes in front of
 * it makes no difference; else by its index. Each step is fit for a URL.
 */
export function stableSteps(data: unknown): (path: Path) => string[] {
  const counts = new Map<readonly unknown[], ReadonlyMap<string, number>>();
  const countIn = (list: readonly unknown[], name: string) => {
    const known = counts.get(list) ?? countNames(list);
    counts.set(list, known);
    return known.get(name);
  };
  return (path) => {
    let at = data;
    return path.map((step) => {
      const here = at;
      if (Array.isArray(here) && typeof step === 'number') {
        at = here[step];
        const name = nameOf(at);
        const isOwn = name !== undefined && countIn(here, name) === 1;
        return isOwn ? `=${encodeURIComponent(name)}` : String(step);
      }
      at = isMapping(here) && Object.hasOwn(here, step) ? here[step] : undefined;
      return encodeURIComponent(step);
    });
  };
}

function countNames(list: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) {
    const name = nameOf(item);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function nameOf(item: unknown): string | undefined {
  return isMapping(item) && typeof item.name === 'string' ? item.name : undefined;
}
