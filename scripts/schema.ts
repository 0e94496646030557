import { writeFileSync } from 'node:fs';
import { schemaText } from '../src/cli/schema-text.ts';

/**
 * Writes public/values.schema.json, the published JSON Schema of the chart's values:
 *
 *     node conformance/run.js scripts/schema.ts
 */
export async function main(): Promise<number> {
  writeFileSync('public/values.schema.json', schemaText());
  return 0;
}
