import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  cacheChecked,
  cacheForever,
  cachingOf,
  securityHeaders,
} from '../../scripts/site/security-headers.ts';

const nginx = readFileSync('deploy/nginx.conf', 'utf8');

test('nginx sends the same headers as npm start', () => {
  const sent = [...nginx.matchAll(/^\s*add_header (\S+) "(.*)" always;$/gm)];
  expect(Object.fromEntries(sent.map(([, name, value]) => [name, value]))).toEqual(securityHeaders);
  expect(nginx).toContain(`~/assets/[^/]+$ "${cacheForever}";`);
  expect(nginx).toContain(`default "${cacheChecked}";`);
});

test.each([
  ['/', cacheChecked],
  ['/index.html', cacheChecked],
  ['/sw.js', cacheChecked],
  ['/icon.svg', cacheChecked],
  ['/values.schema.json', cacheChecked],
  ['/assets/', cacheChecked],
  ['/assets/index-1a2b3c4d.js', cacheForever],
  ['/a/folder/assets/index-1a2b3c4d.css?x', cacheForever],
])('%s: %s', (path, caching) => {
  expect(cachingOf(path)).toBe(caching);
});
