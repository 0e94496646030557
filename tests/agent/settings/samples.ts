import { readFileSync } from 'node:fs';
import type { Documents } from '../../../src/agent/documents/documents.ts';
import { starter } from '../../../src/agent/starter/starter.ts';

export const sampleNames = [
  'astro-ui-1x.yaml',
  'astro-ui-2x.yaml',
  'team-edited.yaml',
  'already-restricted.yaml',
  'quirks.yaml',
  'crlf.yaml',
] as const;

/** A sample as values file, beside the starter's namespace. */
export function sample(name: string): Documents {
  return { ...starter(), values: readFileSync(`tests/samples/${name}`, 'utf8') };
}

/** The starter and every valid sample. */
export const allDocuments: readonly (readonly [string, Documents])[] = [
  ['starter', starter()],
  ...sampleNames.map((name) => [name, sample(name)] as const),
];
