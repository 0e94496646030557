import { describe, expect, test } from 'vitest';
import { hostileTexts, patternsIn, search } from './patterns.ts';

/*
 * What takes longer than linear time does not end at this length: a quadratic search looks at a
 * hundred thousand million places. The limit only names it, and holds on a busy machine.
 */
const texts = hostileTexts(400_000);

const folders = ['agent', 'handover', 'kube', 'pss', 'share', 'sources', 'wizard', 'yaml'] as const;
const found = folders.flatMap((folder) =>
  patternsIn(`src/${folder}`).map(([name, pattern]) => [`${folder}/${name}`, pattern] as const),
);

test('every folder is met', () => {
  const names = found.map(([name]) => name);
  for (const folder of folders) expect(names.join('\n')).toContain(`${folder}/`);
  expect(names).toContain('wizard/route.ts: /^#\\/?/');
  expect(names).toContain('share/compress.ts: /^[\\w-]*$/');
  expect(found.length).toBeGreaterThan(120);
});

describe('over characters of its worst kind', () => {
  test.each(found)('%s comes to an end', { timeout: 120_000 }, (_, pattern) => {
    search(pattern, texts);
  });
});
