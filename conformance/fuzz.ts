import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate } from '../src/pss/evaluate.ts';
import { detailOf } from '../src/pss/messages.ts';
import type { Pod } from '../src/pss/pod.ts';
import { NEWEST_MINOR } from '../src/pss/registry.ts';
import { shapeErrors } from '../src/pss/shape.ts';
import { type Oracle, type OracleVerdicts, type Range, withOracle } from './oracle.ts';
import { seeded } from './random.ts';
import { randomPod } from './random-pod.ts';

/**
 * Compares our verdicts on random pods with upstream's, at both levels and all minors, and
 * prints the first difference. Minors that only one side knows are not compared.
 *
 *     npm run conformance:fuzz -- --pods 200000 --seed 1
 */

const BATCH = 5000;
const LEVELS = ['baseline', 'restricted'] as const;

interface Totals {
  pods: number;
  verdicts: number;
  refused: number;
  undecodable: number;
}

export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pods: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const count = Number(values.pods);
  const seed = Number(values.seed);
  return withOracle(resolve('conformance/oracle'), (oracle) => fuzz(oracle, count, seed));
}

function fuzz(oracle: Oracle, count: number, seed: number): number {
  const newest = Math.min(NEWEST_MINOR, oracle.newestMinor);
  const random = seeded(seed);
  const totals: Totals = { pods: 0, verdicts: 0, refused: 0, undecodable: 0 };
  while (totals.pods < count) {
    const lines = Array.from({ length: Math.min(BATCH, count - totals.pods) }, () =>
      JSON.stringify(randomPod(random)),
    );
    for (const [index, answer] of oracle.ask('pods', lines).entries()) {
      const line = lines[index] ?? '';
      const theirs: OracleVerdicts = JSON.parse(answer);
      const difference = compare(JSON.parse(line), theirs, newest, totals);
      if (difference !== undefined) {
        console.log(`pod ${totals.pods} of seed ${seed}: ${line}\n${difference}`);
        return 1;
      }
    }
  }
  console.log(
    `${totals.pods} pods of seed ${seed}, ${totals.verdicts} verdicts up to v1.${newest}, ` +
      `${totals.refused} of them refusals, ${totals.undecodable} pods undecodable: ` +
      `no difference from ${oracle.module}`,
  );
  return 0;
}

/** The first difference, in words; undefined if there is none. */
function compare(
  pod: Pod,
  theirs: OracleVerdicts,
  newest: number,
  totals: Totals,
): string | undefined {
  totals.pods += 1;
  const decodable = shapeErrors(pod).length === 0;
  if (decodable !== (theirs.error === undefined)) {
    return `ours:   ${decodable ? 'well-formed' : 'malformed'}\ntheirs: ${theirs.error}`;
  }
  if (!decodable) totals.undecodable += 1;
  for (const level of LEVELS) {
    for (const [from, to, expected] of theirs[level] ?? []) {
      for (let version = from; version <= Math.min(to, newest); version += 1) {
        const ours = verdictOf(pod, level, version);
        totals.verdicts += 1;
        if (expected !== null) totals.refused += 1;
        if (ours !== expected)
          return `${level}:v1.${version}\nours:   ${ours}\ntheirs: ${expected}`;
      }
    }
  }
  return undefined;
}

/** Our answer in the oracle's terms. */
function verdictOf(pod: Pod, level: (typeof LEVELS)[number], version: number): Range[2] {
  const violations = evaluate(pod, { level, version });
  return violations.length === 0 ? null : detailOf(violations);
}
