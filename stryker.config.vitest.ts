import { defineConfig } from 'vitest/config';

/** The tests that a mutation of src/pss is run against. */
export default defineConfig({
  test: { include: ['tests/pss/**/*.test.ts'], environment: 'node' },
});
