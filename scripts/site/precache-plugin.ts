import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build, type Plugin } from 'vite';
import { cacheForever, cachingOf } from './security-headers.ts';

/** A file of the build as workbox-precaching takes it. */
export interface PrecacheEntry {
  readonly url: string;
  /** What tells two versions apart; null where the name does. */
  readonly revision: string | null;
}

/** The service worker's address, and so that of the folder it serves. */
export const serviceWorkerName = 'sw.js';

/** Not needed to work: read by people, or by editors outside the page. */
const leftOut = new Set([serviceWorkerName, 'third-party-notices.txt', 'values.schema.json']);

/** The files of a build that the page needs to work offline. @param folder the build's folder. */
export function precacheEntries(folder: string): readonly PrecacheEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, url: relative(folder, path).split(sep).join('/') }))
    .filter(({ url }) => !leftOut.has(url))
    .toSorted((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ path, url }) => ({ url, revision: revisionOf(path, url) }));
}

function revisionOf(path: string, url: string): string | null {
  if (cachingOf(`/${url}`) === cacheForever) return null;
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}

/**
 * Builds the service worker when all files of the build are there.
 * @param source its module.
 * @param plugins for its build.
 */
export function precachePlugin(source: string, plugins: readonly Plugin[]): Plugin {
  let folder = '';
  let failed = false;
  return {
    name: 'precache',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      folder = join(root, outDir);
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        if (failed) return;
        await build({
          configFile: false,
          publicDir: false,
          plugins: [...plugins],
          logLevel: 'warn',
          define: { __PRECACHE__: JSON.stringify(precacheEntries(folder)) },
          build: {
            outDir: folder,
            emptyOutDir: false,
            target: 'es2023',
            rolldownOptions: {
              input: source,
              output: { format: 'iife', entryFileNames: serviceWorkerName },
            },
          },
        });
      },
    },
  };
}
