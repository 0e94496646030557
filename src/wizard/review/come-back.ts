import { useEffect } from 'react';

/*
 * Whoever goes from a part of Review to its field comes back to that part: what was clicked last
 * is remembered while it may have led away, and found again by its name.
 */

interface Left {
  /** The name of what was clicked: its `data-back`. */
  readonly name: string;
  readonly scrollTop: number;
}

let left: Left | undefined;

/** What of the page scrolls: the step, or on a phone all of the main column. */
function scroller(): Element | null {
  const step = document.querySelector('.main-scroll');
  return step && step.scrollHeight > step.clientHeight ? step : document.querySelector('.main');
}

/** Remembers what leads away from Review, and goes back to it when Review is shown again. */
export function useComeBack(): void {
  useEffect(() => {
    const target = left;
    left = undefined;
    if (target !== undefined) goBackTo(target);
    const remember = (event: Event) => {
      const from = event.target instanceof Element ? event.target.closest('[data-back]') : null;
      const name = from?.getAttribute('data-back');
      left = name ? { name, scrollTop: scroller()?.scrollTop ?? 0 } : undefined;
    };
    document.addEventListener('click', remember, { capture: true });
    return () => document.removeEventListener('click', remember, { capture: true });
  }, []);
}

function goBackTo({ name, scrollTop }: Left): void {
  const place = scroller();
  if (place) place.scrollTop = scrollTop;
  const found = document.querySelector<HTMLElement>(`[data-back="${CSS.escape(name)}"]`);
  found?.focus({ preventScroll: true });
  found?.scrollIntoView({ block: 'nearest' });
}
