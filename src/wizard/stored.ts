/*
 * The browser's storage, which may be full or forbidden: the wizard then works without a memory,
 * as in a private window, and a read finds nothing.
 */

type Kind = 'local' | 'session';

const prefix = 'restricted-agent-wizard:';

function storage(kind: Kind): Storage {
  return kind === 'local' ? window.localStorage : window.sessionStorage;
}

export function readStored(kind: Kind, key: string): string | undefined {
  try {
    return storage(kind).getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether it is kept. */
export function writeStored(kind: Kind, key: string, value: string): boolean {
  try {
    storage(kind).setItem(prefix + key, value);
    return true;
  } catch {
    return false;
  }
}

export function removeStored(kind: Kind, key: string): void {
  try {
    storage(kind).removeItem(prefix + key);
  } catch {
    // Nothing could be stored there, so there is nothing to remove.
  }
}
