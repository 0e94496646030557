import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Random, seeded } from '../random.ts';
import { compareWithHelm } from './compare.ts';
import { type HelmOracle, withHelm } from './oracle.ts';
import { changedLines, piecedText } from './random-text.ts';

/**
 * Compares our reading of random texts with Helm's, and prints the first differences.
 *
 *     npm run conformance:helm:fuzz -- --texts 50000 --seed 1
 */

const BATCH = 5000;
const SHOWN = 10;
/** The files of tests/samples that lines are taken from. */
export const SAMPLES = [
  'quirks',
  'crlf',
  'already-restricted',
  'astro-ui-1x',
  'team-edited',
] as const;

export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      texts: { type: 'string', default: '50000' },
      seed: { type: 'string', default: '1' },
    },
  });
  return withHelm((oracle) => fuzz(oracle, Number(values.texts), Number(values.seed)));
}

function fuzz(oracle: HelmOracle, count: number, seed: number): number {
  const random = seeded(seed);
  const files = SAMPLES.map((name) => readFileSync(`tests/samples/${name}.yaml`, 'utf8'));
  const totals = { read: 0, refused: 0, differences: 0 };
  const alone = new Map<string, { count: number; shortest: string }>();
  for (let done = 0; done < count; done += BATCH) {
    const texts = Array.from({ length: Math.min(BATCH, count - done) }, () =>
      randomText(random, files),
    );
    for (const [index, answer] of oracle.read(texts).entries()) {
      const text = texts[index] ?? '';
      const result = compareWithHelm(text, answer);
      if (typeof result === 'string') totals[result] += 1;
      else if ('difference' in result) {
        totals.differences += 1;
        if (totals.differences <= SHOWN)
          console.log(`${JSON.stringify(text)}\n${result.difference}`);
      } else {
        const known = alone.get(result.refused) ?? { count: 0, shortest: text };
        const shortest = text.length < known.shortest.length ? text : known.shortest;
        alone.set(result.refused, { count: known.count + 1, shortest });
      }
    }
  }
  console.log(`${count} texts of seed ${seed}, ${oracle.modules}:`);
  console.log(
    `${totals.read} read alike, ${totals.refused} refused by both, ${totals.differences} differences`,
  );
  console.log('refused here alone:');
  for (const [reason, { count: times, shortest }] of alone) {
    console.log(`  ${times}  ${reason}  ${JSON.stringify(shortest)}`);
  }
  return totals.differences === 0 ? 0 : 1;
}

function randomText(random: Random, files: readonly string[]): string {
  if (random.oneIn(2)) return piecedText(random);
  return changedLines(random, files[random.below(files.length)] ?? '');
}
