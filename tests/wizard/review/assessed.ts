import { readFileSync } from 'node:fs';
import { assess } from '../../../src/agent/assess/assess.ts';
import type { Assessment } from '../../../src/agent/assess/assessment.ts';
import { fixEverything } from '../../../src/agent/assess/fix-everything.ts';
import { starter } from '../../../src/agent/starter/starter.ts';

/** What derives from a values file beside the starter's Namespace. */
export function assessed(values: string): Assessment {
  const result = assess({ ...starter(), values });
  if (!result.ok) throw new Error(result.problems.map(({ problem }) => problem.message).join());
  return result.assessment;
}

/** A values file after Fix everything. */
export function fixed(values: string): string {
  return fixEverything({ ...starter(), values }).documents.values;
}

export const teamEdited = readFileSync('tests/samples/team-edited.yaml', 'utf8');
export const astroUi = readFileSync('tests/samples/astro-ui-2x.yaml', 'utf8');
