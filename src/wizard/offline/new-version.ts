import { Workbox } from 'workbox-window';
import { create } from 'zustand';

/*
 * The page keeps itself in the browser by a service worker. When the server has another version,
 * that is fetched beside and offered; nobody's work is interrupted by it.
 */

/** How often a page that stays open asks for a new version, in milliseconds. */
const askEvery = 60 * 60 * 1000;

interface NewVersion {
  /** Undefined: none. `ready`: it waits to be taken. `taken`: another tab has taken it. */
  readonly state: 'ready' | 'taken' | undefined;
}

export const useNewVersion = create<NewVersion>()(() => ({ state: undefined }));

let workbox: Workbox | undefined;
/** Whether this tab has asked for the new version, and reloads when it comes. */
let asked = false;

/** Lets the browser keep the page. Where it cannot, in a private window or over http, nothing is lost. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const made = new Workbox('./sw.js');
  workbox = made;
  made.addEventListener('waiting', () => useNewVersion.setState({ state: 'ready' }));
  made.addEventListener('controlling', ({ isUpdate }) => {
    if (asked) window.location.reload();
    else if (isUpdate) useNewVersion.setState({ state: 'taken' });
  });
  try {
    await made.register();
    window.setInterval(() => void askForNewVersion(made), askEvery);
  } catch {
    // The browser keeps nothing for this page, and the page works as long as its server does.
    workbox = undefined;
  }
}

async function askForNewVersion(made: Workbox): Promise<void> {
  try {
    await made.update();
  } catch {
    // Offline: asked again later.
  }
}

/** Loads the page anew, as its new version. */
export function takeNewVersion(): void {
  if (useNewVersion.getState().state === 'ready' && workbox) {
    asked = true;
    workbox.messageSkipWaiting();
  } else {
    window.location.reload();
  }
}

/** Puts the offer away; the new version comes with the next visit. */
export function declineNewVersion(): void {
  useNewVersion.setState({ state: undefined });
}
