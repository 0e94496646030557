import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importText } from '../../src/agent/documents/import-document.ts';
import { holdsPods } from '../../src/cli/fix/manifests.ts';
import { sourceCases } from '../sources/cases.ts';
import { cli, temporaryFolder } from './cli.ts';

/** Files whose lines are mixed: what is ours, what is not, and what is both. */
const files = sourceCases.map(({ text }) => text.split('\n'));

const mixed = fc
  .tuple(
    fc.constantFrom(...files),
    fc.constantFrom(...files),
    fc.nat({ max: 30 }),
    fc.nat({ max: 30 }),
  )
  .map(([a, b, from, to]) => [...a.slice(0, from), ...b.slice(to)].join('\n'));

test('what fix edits, it recognised', { timeout: 60_000 }, async () => {
  const cwd = temporaryFolder();
  const path = join(cwd, 'values.yaml');
  let edited = 0;
  await fc.assert(
    fc.asyncProperty(mixed, async (text) => {
      writeFileSync(path, text);
      const { code, out, err } = await cli(['fix', '--write', 'values.yaml'], { cwd });
      const isSame = readFileSync(path, 'utf8') === text;
      const read = importText(text);
      expect(out).toBe('');
      expect(err).not.toMatch(/\n\s+at /);
      const isHost = !read.ok && ['host', 'documents'].includes(read.found.kind);
      const isOurs = read.ok || isHost || holdsPods(text, read.found);
      if (!isOurs) expect({ code, isSame }).toEqual({ code: 2, isSame: true });
      if (!isSame) edited++;
    }),
    { numRuns: 300 },
  );
  // A test of files that are never edited would say nothing.
  expect(edited).toBeGreaterThan(0);
});
