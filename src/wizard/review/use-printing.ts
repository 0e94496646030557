import { useLayoutEffect, useSyncExternalStore } from 'react';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia('print');
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the page is being printed: then nothing is folded away. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia('print').matches);
}

const dark = 'pf-v6-theme-dark';

/** Prints in the light theme, whichever is on the screen. */
export function useLightPrint(): void {
  const printing = usePrinting();
  useLayoutEffect(() => {
    const { classList } = document.documentElement;
    if (!printing || !classList.contains(dark)) return;
    classList.remove(dark);
    return () => classList.add(dark);
  }, [printing]);
}
