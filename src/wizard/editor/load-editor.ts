import { useSyncExternalStore } from 'react';

/*
 * Monaco is fetched when somebody begins to use the page, or when the browser has nothing else to
 * do: the form never waits for it.
 */

type EditorModule = typeof import('./editor.tsx');

let loaded: EditorModule | undefined;
let wanted = false;
const listeners = new Set<() => void>();

const interactions = ['pointerdown', 'keydown', 'wheel'] as const;
const idleAfter = 1500;

/** Should it fail, the browser's console says so, and the plain listing stays. */
async function load(): Promise<void> {
  loaded = await import('./editor.tsx');
  for (const listener of listeners) listener();
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

/** The editor's module, undefined until it has been fetched. */
export function useEditorModule(): EditorModule | undefined {
  return useSyncExternalStore(subscribe, () => loaded);
}
