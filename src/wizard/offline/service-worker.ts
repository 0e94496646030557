import { clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';

/*
 * Keeps the whole build in the browser, so that the page works offline and never misses a part of
 * itself after another version has been put on the server. A new version waits until no page uses
 * the old one any more, or until somebody asks for it.
 */

/** What a service worker has that a page has not. */
interface WorkerScope {
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

declare const self: WorkerScope;
/** The build's files, as scripts/site/precache-plugin.ts lists them. */
declare const __PRECACHE__: PrecacheEntry[];

self.addEventListener('message', ({ data }) => {
  const asks = typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
  if (asks === 'SKIP_WAITING') void self.skipWaiting();
});

// The page that brought the worker is its first: it works offline from then on.
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(__PRECACHE__);
