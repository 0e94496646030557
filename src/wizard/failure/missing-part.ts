/*
 * Parts of the page are fetched when they are needed. One may not come: the browser is offline and
 * has not kept it, or the server has another version by now.
 */

const missing = new WeakSet<object>();
/** Lets each part that did not come be asked for again. */
const again = new Set<() => void>();

/** Takes note of what the build's own loader reports: a module or a sheet that did not come. */
export function watchForMissingParts(): void {
  window.addEventListener('vite:preloadError', ({ payload }) => missing.add(payload));
}

/** Whether the error is that a part did not come, and not that one made a mistake. */
export function isMissingPart(error: unknown): boolean {
  return typeof error === 'object' && error !== null && missing.has(error);
}

/** Fetches once and remembers what came; what did not is remembered until `forgetMissingParts`. */
export function fetchedOnce<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let fetched: Promise<Part> | undefined;
  return () => {
    if (fetched) return fetched;
    fetched = load();
    fetched.catch(() => again.add(() => (fetched = undefined)));
    return fetched;
  };
}

/** Parts that did not come are fetched anew when they are shown next. */
export function forgetMissingParts(): void {
  for (const forget of again) forget();
  again.clear();
}
