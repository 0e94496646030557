import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The tests that a mutation of src/pss is run against. A run ends at the first that fails, so the
 * small tables of the checks come first and the thousands of random pods last. The modules are
 * loaded once for all of them: that was most of the time that a mutant took.
 */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.sort((a, b) => rank(a) - rank(b));
  }
}

const LAST = ['/conformance.test.ts', '.property.test.ts'];

function rank({ moduleId }: TestSpecification): number {
  if (moduleId.includes('/tests/pss/checks/')) return 0;
  return 2 + LAST.findIndex((name) => moduleId.endsWith(name));
}

export default defineConfig({
  test: {
    include: ['tests/pss/**/*.test.ts'],
    environment: 'node',
    isolate: false,
    // A busy machine must not pass for a test that found something.
    testTimeout: 60_000,
    sequence: { sequencer: QuickestFirst },
  },
});
