/*
 * What every server of the page sends. The one source: the build writes the policy into index.html,
 * `npm start` sends all of it, and a test holds deploy/nginx.conf to it.
 */

/** The page's own policy, as index.html carries it for servers that send none. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** On every answer, errors too. Browsers heed `frame-ancestors` in a header only. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** For files whose name changes with their content. */
export const cacheForever = 'public, max-age=31536000, immutable';

/** For all others: kept, but asked about before each use. */
export const cacheChecked = 'no-cache';

/** How long a file of the build may be kept. @param path as in the address: `/assets/x-1a2b.js`. */
export function cachingOf(path: string): string {
  return /\/assets\/[^/?]+(\?|$)/.test(path) ? cacheForever : cacheChecked;
}
