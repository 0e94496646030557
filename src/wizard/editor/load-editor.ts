import { useSyncExternalStore } from 'react';

/*
 * Monaco is fetched when somebody begins to use the page, or when the browser has nothing else to
 * do: the form never waits for it.
 */

type EditorModule = typeof import('./editor.tsx');

/** Undefined until it has been fetched; an error if it did not come. */
type Loaded = EditorModule | Error | undefined;

let loaded: Loaded;
let wanted = false;
const listeners = new Set<() => void>();

const interactions = ['pointerdown', 'keydown', 'wheel'] as const;
const idleAfter = 1500;

async function load(): Promise<void> {
  try {
    show(await import('./editor.tsx'));
  } catch (error) {
    show(error instanceof Error ? error : new Error(String(error)));
  }
}

function show(next: Loaded): void {
  loaded = next;
  for (const listener of listeners) listener();
}

/** Fetches an editor that did not come once more. */
export function tryEditorAgain(): void {
  show(undefined);
  void load();
}

function want(): void {
  wanted = true;
  const begin = () => {
    for (const name of interactions) window.removeEventListener(name, begin, true);
    window.clearTimeout(timer);
    void load();
  };
  const timer = window.setTimeout(begin, idleAfter);
  for (const name of interactions) window.addEventListener(name, begin, { capture: true });
}

function subscribe(listener: () => void): () => void {
  if (!wanted) want();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The editor's module; meanwhile, and if it does not come, the plain listing stands in for it. */
export function useEditorModule(): Loaded {
  return useSyncExternalStore(subscribe, () => loaded);
}
