import { writeFileSync } from 'node:fs';
import { rulesPage } from './rules-page.ts';

/**
 * Writes docs/rules.md from the rules:
 *
 *     node conformance/run.js scripts/rules.ts
 */
export async function main(): Promise<number> {
  writeFileSync('docs/rules.md', rulesPage());
  return 0;
}
