import { readFileSync } from 'node:fs';
import type { Documents } from '../../src/agent/documents/documents.ts';

const text = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Two files that, together, have at least one of each kind of finding. */
export const everyFinding: Documents = {
  values: text('./values.yaml'),
  namespace: text('./namespace.yaml'),
};
