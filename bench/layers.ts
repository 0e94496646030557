import { assess } from '../src/agent/assess/assess.ts';
import { fixEverything } from '../src/agent/assess/fix-everything.ts';
import { assessLayers, fixLayers } from '../src/agent/assess/layered.ts';
import { starter } from '../src/agent/starter/starter.ts';
import { fileLayer } from '../src/sources/layers/layer.ts';
import { type Merge, mergeLayers } from '../src/sources/layers/merge-layers.ts';
import { largeFile } from './wizard/large-file.ts';

/**
 * How much longer a keystroke and *Fix everything* take with a large values file in two layers
 * than in one: the same work in turns, in one process.
 *
 *     node conformance/run.js bench/layers.ts
 */

const ROUNDS = 25;
const SAMPLE = 'tests/samples/astro-ui-2x.yaml';
const { namespace } = starter();

const overlay = `namespace: agents-prod
podSecurityContext:
  fsGroup: 50000
dagProcessor:
  resources:
    limits: {cpu: "2", memory: 4Gi}
`;

export function main(): number {
  const whole = largeFile(SAMPLE);
  const start = whole.indexOf('\nworkers:\n') + 1;
  const end = whole.indexOf('\n# DAG processor, always one pod');
  const rest = whole.slice(0, start) + whole.slice(end);
  const workers = `${whole.slice(start, end)}\n`;
  console.log(`${whole.split('\n').length} lines, median of ${ROUNDS} rounds in turns:`);
  compare('a letter in the large layer, a small overlay', whole, (text) => [text, overlay]);
  compare('a letter in the overlay that has the workers', whole, (text) => [
    rest,
    workers + marked(text),
  ]);
  return 0;
}

/** The letter that was typed, which stands at the end. */
function marked(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

function compare(what: string, whole: string, layersOf: (text: string) => readonly string[]): void {
  const times = {
    one: [] as number[],
    two: [] as number[],
    fixOne: [] as number[],
    fixTwo: [] as number[],
  };
  for (let round = 0; round < ROUNDS + 3; round += 1) {
    // Each has a text of its own, since a text that was read is remembered.
    const text = (turn: string) => `${whole}\n# ${turn}${round}`;
    const works = [
      () => assess({ values: text('a'), namespace }),
      () => assessLayers({ values: merged(layersOf(text('b'))), namespace }),
      () => fixEverything({ values: text('c'), namespace }),
      () => fixLayers({ values: merged(layersOf(text('d'))), namespace }),
    ];
    const found: number[] = [];
    // Whoever comes first in a round pays for what the last one left behind.
    for (let turn = 0; turn < works.length; turn += 1) {
      const index = (turn + round) % works.length;
      found[index] = timed(() => works[index]?.());
    }
    if (round < 3) continue;
    const [one = 0, two = 0, fixOne = 0, fixTwo = 0] = found;
    times.one.push(one);
    times.two.push(two);
    times.fixOne.push(fixOne);
    times.fixTwo.push(fixTwo);
  }
  const [one, two, fixOne, fixTwo] = [times.one, times.two, times.fixOne, times.fixTwo].map(median);
  console.log(`${what}:`);
  console.log(`  judged: one file ${show(one)}, two layers ${show(two)}, ratio ${ratio(two, one)}`);
  console.log(
    `  fixed:  one file ${show(fixOne)}, two layers ${show(fixTwo)}, ratio ${ratio(fixTwo, fixOne)}`,
  );
}

function merged(texts: readonly string[]): Merge {
  const layers = texts.map((text, index) => fileLayer(`${index}.yaml`, text));
  const result = mergeLayers(layers, () => undefined);
  if (!result.ok) throw new Error('The layers cannot be merged');
  return result.merge;
}

function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function show(milliseconds = Number.NaN): string {
  return `${milliseconds.toFixed(1)} ms`;
}

function ratio(a = Number.NaN, b = Number.NaN): string {
  return (a / b).toFixed(2);
}
