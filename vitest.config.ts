import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    // Loading the modules anew for each file took longer than its tests.
    isolate: false,
    unstubGlobals: true,
    maxWorkers: '100%',
  },
});
