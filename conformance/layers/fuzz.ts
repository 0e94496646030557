import { parseArgs } from 'node:util';
import type { HelmAnswer } from '../helm/compare.ts';
import { moduleVersion, withProgram } from '../oracle.ts';
import { seeded } from '../random.ts';
import { differenceFrom } from './layering.ts';
import { randomLayering } from './random-layering.ts';

/**
 * Compares our merge of random layerings with Helm's, and prints the first differences.
 *
 *     npm run conformance:layers:fuzz -- --layerings 20000 --seed 1
 */

export const LAYERS_ORACLE = 'conformance/oracle/helm';
const BATCH = 5000;
const SHOWN = 10;

export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      layerings: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const random = seeded(Number(values.seed));
  const count = Number(values.layerings);
  const totals = { merged: 0, refused: 0, differences: 0 };
  withProgram(LAYERS_ORACLE, (program) => {
    for (let done = 0; done < count; done += BATCH) {
      const size = Math.min(BATCH, count - done);
      const batch = Array.from({ length: size }, () => randomLayering(random));
      const lines = batch.map((one) => JSON.stringify(one));
      for (const [index, line] of program('merge', lines).entries()) {
        const given = batch[index];
        if (given === undefined) continue;
        const answer: HelmAnswer = JSON.parse(line);
        totals[answer.error === undefined ? 'merged' : 'refused'] += 1;
        const difference = differenceFrom(answer, given);
        if (difference === undefined) continue;
        totals.differences += 1;
        if (totals.differences <= SHOWN) console.log(`${JSON.stringify(given)}\n${difference}`);
      }
    }
  });
  console.log(
    `${count} layerings of seed ${values.seed}, ${moduleVersion(LAYERS_ORACLE, 'helm.sh/helm/v3')}: ` +
      `${totals.merged} merged and ${totals.refused} refused by Helm, ${totals.differences} differences`,
  );
  return totals.differences === 0 ? 0 : 1;
}
