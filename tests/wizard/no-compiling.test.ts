import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const makers = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && file !== 'no-compiling.ts')
  .map((file) => ({ file, code: readFileSync(join('src', file), 'utf8') }))
  .filter(({ code }) => /^import (?!type )[^;]*'zod';$/m.test(code));

test('some sources make schemas', () => {
  expect(makers.map(({ file }) => file)).toContain('agent/settings/settings.ts');
});

test.each(makers)('$file sees to it first that no schema is compiled', ({ code }) => {
  const [first] = /^import .*$/m.exec(code) ?? [];
  expect(first).toMatch(/^import '(\.\.\/)+no-compiling\.ts';$/);
});

test('no schema is compiled once that was seen to', async () => {
  await import('../../src/no-compiling.ts');
  expect(z.config().jitless).toBe(true);
});
