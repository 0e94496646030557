import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { updateKube } from './kube/update.ts';
import { type Oracle, withOracle } from './oracle.ts';
import { seeded } from './random.ts';
import { randomPod } from './random-pod.ts';

/**
 * Rebuilds the data in tests/conformance with the verdicts of the modules that the go.mod files of
 * conformance/oracle name. The edge pods and label sets are written by hand: add a line
 * with an id and a pod, or with labels, and run this. The random pods are drawn anew.
 *
 *     npm run conformance:update
 */

const DATA = 'tests/conformance';
const RANDOM_PODS = 200;
const RANDOM_SEED = 20_260;

interface PodLine {
  readonly id: string;
  readonly pod: unknown;
}

interface LabelLine {
  readonly labels: unknown;
  readonly defaults?: unknown;
}

export function main(): number {
  updateKube();
  return withOracle(resolve('conformance/oracle'), (oracle) => {
    const edge = readLines('edge.jsonl').map((line): PodLine => JSON.parse(line));
    const labels = readLines('labels.jsonl').map((line): LabelLine => JSON.parse(line));
    writeLines('edge.jsonl', judged(oracle, edge));
    writeLines('random.jsonl', judged(oracle, randomPods()));
    writeLines('labels.jsonl', read(oracle, labels));
    console.log(`verdicts of ${oracle.module}, minors up to v1.${oracle.newestMinor}`);
    return 0;
  });
}

function judged(oracle: Oracle, pods: readonly PodLine[]): readonly string[] {
  const answers = oracle.ask(
    'pods',
    pods.map(({ pod }) => JSON.stringify(pod)),
  );
  return pods.map(({ id, pod }, index) =>
    JSON.stringify({ id, pod, verdicts: JSON.parse(answers[index] ?? '') }),
  );
}

function read(oracle: Oracle, sets: readonly LabelLine[]): readonly string[] {
  const answers = oracle.ask(
    'labels',
    sets.map((set) => JSON.stringify(set)),
  );
  return sets.map(({ labels, defaults }, index) =>
    JSON.stringify({ ...JSON.parse(answers[index] ?? ''), labels, defaults }),
  );
}

function randomPods(): readonly PodLine[] {
  const random = seeded(RANDOM_SEED);
  return Array.from({ length: RANDOM_PODS }, (_, index) => ({
    id: `random-${index}`,
    pod: randomPod(random),
  }));
}

function readLines(name: string): readonly string[] {
  return readFileSync(`${DATA}/${name}`, 'utf8').trimEnd().split('\n');
}

function writeLines(name: string, lines: readonly string[]): void {
  writeFileSync(`${DATA}/${name}`, `${lines.join('\n')}\n`);
}
