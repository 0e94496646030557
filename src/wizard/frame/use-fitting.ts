import { type RefObject, useLayoutEffect, useState } from 'react';

const gap = 8;
/** Room for the button that opens the rest: "+103". */
const roomForMore = 64;

/**
 * How many items at the beginning of a list fit into its width.
 * @param list holds the items, each as wide as it likes
 * @param key changes when an item's width may have
 * @param hasMore whether there are others that are not in the list
 */
export function useFitting(
  list: RefObject<HTMLElement | null>,
  key: string,
  hasMore: boolean,
): number {
  const [fitting, setFitting] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items have other widths.
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => setFitting(fittingIn(element, hasMore));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, key, hasMore]);
  return fitting;
}

function fittingIn(list: HTMLElement, hasMore: boolean): number {
  const items = [...list.children].filter((item) => !item.classList.contains('verdict-more'));
  const ends: number[] = [];
  for (const item of items) {
    ends.push((ends.at(-1) ?? -gap) + gap + item.getBoundingClientRect().width);
  }
  const room = list.clientWidth;
  if (!hasMore && (ends.at(-1) ?? 0) <= room) return items.length;
  return ends.filter((end) => end + gap + roomForMore <= room).length;
}
