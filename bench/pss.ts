import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Oracle, withOracle } from '../conformance/oracle.ts';
import { evaluate } from '../src/pss/evaluate.ts';
import type { Pod } from '../src/pss/pod.ts';
import type { Judge } from './pss-judge.ts';
import { loadMonokle } from './pss-monokle.ts';
import { admittedPods, type BenchPod, refusedPods } from './pss-pods.ts';

/**
 * How many pods are judged at restricted:latest in a second of processor time, after warming up:
 * by us, by the rule functions of Monokle if bench/ is installed, and by upstream's Go if Go is
 * there. The verdicts are compared in the same run, so nobody gains by judging less.
 *
 *     npm run bench:pss
 */

interface Row {
  readonly who: string;
  readonly podsPerSecond: number;
  readonly wrong: number;
}

const ROUNDS = 9;
const ROUND_MS = 300;
const POLICY = { level: 'restricted', version: 'latest' } as const;

export async function main(): Promise<number> {
  const sets = {
    'typical pods, all admitted': admittedPods,
    'typical pods, 9 admitted and 6 refused': [...admittedPods, ...refusedPods],
    'typical pods, all refused': refusedPods,
    'conformance pods': conformancePods(),
  };
  const monokle = await loadMonokle();
  return withOptionalOracle((oracle) => {
    let wrong = 0;
    for (const [name, pods] of Object.entries(sets)) {
      const rows = [measure('this evaluator', judgeOurs, pods)];
      if (monokle !== undefined) {
        rows.push(measure('@monokle/validation 0.33, pod by pod', monokle.podByPod, pods));
        rows.push(measure('@monokle/validation 0.33, set by set', monokle.setBySet, pods));
      }
      if (oracle !== undefined) rows.push(measureOracle(oracle, pods));
      print(name, pods.length, rows);
      wrong += rows[0]?.wrong ?? 0;
    }
    return wrong === 0 ? 0 : 1;
  });
}

const judgeOurs: Judge = (pods) =>
  pods.map(({ pod }) => evaluate(pod satisfies Pod, POLICY).length > 0);

function conformancePods(): readonly BenchPod[] {
  const lines = readFileSync('tests/conformance/edge.jsonl', 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const { pod, verdicts } = JSON.parse(line);
    return { pod, admitted: verdicts.restricted.at(-1)[2] === null };
  });
}

function withOptionalOracle(use: (oracle: Oracle | undefined) => number): number {
  try {
    return withOracle(resolve('conformance/oracle'), use);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    console.log('Go is not installed: upstream is left out.');
    return use(undefined);
  }
}

function measure(who: string, judge: Judge, pods: readonly BenchPod[]): Row {
  const refused = judge(pods);
  const wrong = pods.filter(({ admitted }, index) => refused[index] === admitted).length;
  const rates: number[] = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const rate = rateOf(judge, pods);
    if (round >= 0) rates.push(rate);
  }
  return { who, podsPerSecond: median(rates), wrong };
}

function rateOf(judge: Judge, pods: readonly BenchPod[]): number {
  const start = processorMs();
  let judged = 0;
  let elapsed = 0;
  while (elapsed < ROUND_MS) {
    for (let repeat = 0; repeat < 20; repeat += 1) judged += judge(pods).length;
    elapsed = processorMs() - start;
  }
  return (judged * 1000) / elapsed;
}

/** Processor time of all threads, garbage collection included: a busy machine doesn't matter. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function measureOracle(oracle: Oracle, pods: readonly BenchPod[]): Row {
  const lines = pods.map(({ pod }) => JSON.stringify(pod));
  const { podsPerSecond, refused } = JSON.parse(oracle.ask('bench', lines).join(''));
  const wrong = pods.filter(({ admitted }, index) => refused[index] === admitted).length;
  return { who: oracle.module, podsPerSecond, wrong };
}

function print(name: string, count: number, rows: readonly Row[]): void {
  console.log(`\n${name} (${count})`);
  const ours = rows[0]?.podsPerSecond ?? 0;
  for (const { who, podsPerSecond, wrong } of rows) {
    const rate = Math.round(podsPerSecond).toLocaleString('en').padStart(11);
    const ratio = (ours / podsPerSecond).toFixed(2).padStart(7);
    console.log(`${rate} pods/s  ${ratio} x  ${String(wrong).padStart(4)} wrong  ${who}`);
  }
}
