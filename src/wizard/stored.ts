/*
 * The browser's storage, which may be full or forbidden: the wizard then works without a memory,
 * as in a private window, and a read finds nothing.
 */

type Kind = 'local' | 'session';

/** What became of a text that was to be kept. */
export type Outcome = 'kept' | 'full' | 'blocked';

const prefix = 'restricted-agent-wizard:';

function storage(kind: Kind): Storage {
  return kind === 'local' ? window.localStorage : window.sessionStorage;
}

export function readStored(kind: Kind, key: string): string | undefined {
  try {
    return storage(kind).getItem(prefix + key) ?? undefined;
  } catch {
    // Forbidden: whoever writes is told so; a read finds nothing.
    return undefined;
  }
}

export function writeStored(kind: Kind, key: string, value: string): Outcome {
  try {
    storage(kind).setItem(prefix + key, value);
    return 'kept';
  } catch (error) {
    const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
    return isFull ? 'full' : 'blocked';
  }
}

export function removeStored(kind: Kind, key: string): void {
  try {
    storage(kind).removeItem(prefix + key);
  } catch {
    // Nothing could be stored there, so there is nothing to remove.
  }
}

/** The keys that begin like this. */
export function storedKeys(kind: Kind, start: string): string[] {
  try {
    return Object.keys(storage(kind)).flatMap((key) =>
      key.startsWith(prefix + start) ? [key.slice(prefix.length)] : [],
    );
  } catch {
    // As for a read.
    return [];
  }
}

/** Runs when another tab has changed what is kept for all of them. */
export function onStoredElsewhere(run: () => void): () => void {
  const listener = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(prefix)) run();
  };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}
