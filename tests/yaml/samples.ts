import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'samples');

/** The text of a sample file, such as `bad/multi-doc.yaml`, byte order mark and all. */
export function sample(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** The samples that are valid YAML mappings. */
export const validSamples: readonly string[] = [
  ...readdirSync(folder).filter((name) => name.endsWith('.yaml')),
  'bad/workers-as-map.yaml',
  'bad/wrong-types.yaml',
];
