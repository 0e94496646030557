import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HelmAnswer } from '../../../conformance/helm/compare.ts';
import { differenceFrom, type Layering } from '../../../conformance/layers/layering.ts';

/** Layerings with what Helm merges of each (docs/conformance.md). */
const file = join(import.meta.dirname, '../../conformance/layers.jsonl');
const table = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): HelmAnswer & Layering => JSON.parse(line));

describe('layerings that Helm has merged', () => {
  it('are many, and both merged and refused', () => {
    expect(table.length).toBeGreaterThanOrEqual(500);
    expect(table.filter(({ error }) => error === undefined).length).toBeGreaterThan(400);
    expect(table.filter(({ error }) => error !== undefined).length).toBeGreaterThan(300);
  });

  it('give the same values, or are refused by both', () => {
    const differences = table.flatMap((one) => {
      const difference = differenceFrom(one, one);
      return difference === undefined ? [] : [[one.files, one.options, difference]];
    });
    expect(differences).toEqual([]);
  });
});
