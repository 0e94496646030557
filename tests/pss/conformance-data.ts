import { readFileSync } from 'node:fs';
import type { Pod } from '../../src/pss/pod.ts';

/** The conformance data: verdicts and texts that upstream's own code gave (docs/conformance.md). */

/** The detail of a refusal, or null for an allowed pod, over a range of minors. */
export type Range = readonly [from: number, to: number, detail: string | null];

export interface EdgePod {
  readonly id: string;
  readonly pod: Pod;
  readonly verdicts: Verdicts;
}

export interface Verdicts {
  readonly baseline: readonly Range[];
  readonly restricted: readonly Range[];
}

/** A pod of the random generator; some are of a shape that upstream couldn't decode. */
export interface RandomPod {
  readonly id: string;
  readonly pod: Pod;
  readonly verdicts: Verdicts | { readonly error: string };
}

export interface LabelSet {
  readonly labels: Readonly<Record<string, string>>;
  readonly defaults?: Readonly<Record<string, string>>;
  readonly enforce: string;
  readonly audit: string;
  readonly warn: string;
  readonly errors?: readonly string[];
}

export function edgePods(): readonly EdgePod[] {
  return readLines('edge.jsonl').map((line): EdgePod => JSON.parse(line));
}

export function randomPods(): readonly RandomPod[] {
  return readLines('random.jsonl').map((line): RandomPod => JSON.parse(line));
}

export function labelSets(): readonly LabelSet[] {
  return readLines('labels.jsonl').map((line): LabelSet => JSON.parse(line));
}

function readLines(name: string): readonly string[] {
  const url = new URL(`../conformance/${name}`, import.meta.url);
  return readFileSync(url, 'utf8').trim().split('\n');
}
