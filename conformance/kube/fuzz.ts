import { parseArgs } from 'node:util';
import { moduleVersion, type Program, withProgram } from '../oracle.ts';
import { type Random, seeded } from '../random.ts';
import { type Base, withSettings } from './bases.ts';
import { edgeMutations } from './edges.ts';
import { type Answer, ourAnswer, sameAnswer, theirAnswer } from './ours.ts';
import { KUBE_ORACLE } from './update.ts';
import { type Mutation, systematicMutations } from './walk.ts';

/**
 * Compares our judgement of objects with the API server's, and prints the first differences: each
 * mutation by itself first, then random ones together.
 *
 *     npm run conformance:kube:fuzz -- --objects 50000 --seed 1
 */

const BATCH = 5000;
const MOST_TOGETHER = 4;
const MOST_SHOWN = 10;

interface Totals {
  objects: number;
  undecodable: number;
  refused: number;
  warned: number;
  different: number;
}

export function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      objects: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const totals: Totals = { objects: 0, undecodable: 0, refused: 0, warned: 0, different: 0 };
  withProgram(KUBE_ORACLE, (program) => {
    const single = [...edgeMutations(), ...systematicMutations()];
    const decodable = compare(program, single, totals);
    const random = seeded(Number(values.seed));
    const count = Number(values.objects);
    while (totals.objects < count) {
      const size = Math.min(BATCH, count - totals.objects);
      const batch = Array.from({ length: size }, () =>
        together(random, random.oneIn(8) ? single : decodable),
      );
      compare(program, batch, totals);
    }
  });
  console.log(
    `${totals.objects} objects of seed ${values.seed}: ${totals.undecodable} undecodable, ` +
      `${totals.refused} refused, ${totals.warned} warned of; ${totals.different} differ from ` +
      moduleVersion(KUBE_ORACLE, 'k8s.io/kubernetes'),
  );
  return totals.different === 0 ? 0 : 1;
}

/** A few mutations of one base at once. */
function together(random: Random, single: readonly Mutation[]): Mutation {
  const base: Base = random.oneIn(2) ? 'pod' : 'deployment';
  const count = 1 + random.below(MOST_TOGETHER);
  const set = Array.from({ length: count }, () => drawn(random, single, base)).flat();
  return { base, set };
}

/** What is said of a pod's spec can be said of a template's as well. */
function drawn(random: Random, single: readonly Mutation[], base: Base): Mutation['set'] {
  const mutation = single[random.below(single.length)];
  if (mutation === undefined) return [];
  if (mutation.base === base) return mutation.set;
  if (base === 'pod') return [];
  return mutation.set.map(([path, value]) => [['spec', 'template', ...path], value] as const);
}

/** Compares, counts, and gives those that the server can decode. */
function compare(
  program: Program,
  mutations: readonly Mutation[],
  totals: Totals,
): readonly Mutation[] {
  const decodable: Mutation[] = [];
  const objects = mutations.map(({ base, set }) => JSON.stringify(withSettings(base, set)));
  for (const [index, line] of program('objects', objects).entries()) {
    const theirs = theirAnswer(line);
    const mutation = mutations[index];
    const object = objects[index] ?? '';
    if (mutation === undefined) continue;
    const ours = ourAnswer(mutation.base, JSON.parse(object));
    count(theirs, totals);
    if (theirs.decode === undefined) decodable.push(mutation);
    if (sameAnswer(ours, theirs)) continue;
    totals.different += 1;
    if (totals.different > MOST_SHOWN) continue;
    console.log(`${JSON.stringify(mutation)}\nours:   ${JSON.stringify(ours)}`);
    console.log(`theirs: ${JSON.stringify(theirs)}`);
  }
  return decodable;
}

function count(theirs: Answer, totals: Totals): void {
  totals.objects += 1;
  if (theirs.decode !== undefined) totals.undecodable += 1;
  if (theirs.errors !== undefined) totals.refused += 1;
  if (theirs.warnings !== undefined) totals.warned += 1;
}
