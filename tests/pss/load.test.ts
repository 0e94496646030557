import { expect, test } from 'vitest';

/**
 * Loads the checks within a test: what fails while a module loads fails no test in files that
 * import it at the top, and a mutation run would not notice.
 */
test('the checks load', async () => {
  const { CHECKS } = await import('../../src/pss/registry.ts');
  const { judge } = await import('../../src/pss/judge.ts');
  expect(CHECKS.every(({ versions }) => versions.length > 0)).toBe(true);
  expect(judge({ spec: {} }, { level: 'restricted', version: 'latest' }).verdict).toBe('admitted');
});
