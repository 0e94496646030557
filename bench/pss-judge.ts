import type { BenchPod } from './pss-pods.ts';

/** Judges all pods of a set, and says which it refuses. */
export type Judge = (pods: readonly BenchPod[]) => readonly boolean[];
