import { defineConfig } from 'vitest/config';

/** The tests that a mutation of src/kube is run against, with the modules loaded once for all. */
export default defineConfig({
  test: {
    include: ['tests/kube/**/*.test.ts'],
    environment: 'node',
    isolate: false,
    testTimeout: 60_000,
  },
});
