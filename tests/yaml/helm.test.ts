import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareWithHelm, type HelmAnswer } from '../../conformance/helm/compare.ts';

/** Texts with what Helm reads in each (docs/conformance.md). */
const file = join(import.meta.dirname, '../conformance/helm-values.jsonl');
const lines = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line): HelmAnswer & { readonly text: string } => JSON.parse(line));
const results = lines.map(({ text, ...answer }) => ({
  text,
  result: compareWithHelm(text, answer),
}));

/** Why a text that Helm reads may be refused. */
const reasons = [
  // Helm takes the last, and nobody sees the first.
  /^duplicate-key: /,
  // Helm 3 and Helm 4 differ.
  /^several-documents: /,
  // Helm 3 drops all that follows.
  /does not belong to what stands above it/,
  /This entry has no colon/,
  // Helm alone reads these as it does.
  /An invisible character/,
  /Helm takes this colon/,
  /Helm reads this key as a number, and spells it in another way/,
  // Not worth reading.
  /%TAG line/,
  /A ! that begins a value marks a tag/,
  /cannot be read as !!/,
  /^not a mapping$/,
] as const;

describe('texts that Helm has read', () => {
  it('are many', () => {
    expect(lines.length).toBeGreaterThan(4500);
    expect(lines.filter(({ error }) => error === undefined).length).toBeGreaterThan(3000);
  });

  it('are read with the same value, or refused', () => {
    const differences = results.flatMap(({ text, result }) =>
      typeof result === 'object' && 'difference' in result ? [[text, result.difference]] : [],
    );
    expect(differences).toEqual([]);
  });

  it('are refused here alone for a known reason, and rarely', () => {
    const alone = results.flatMap(({ text, result }) =>
      typeof result === 'object' && 'refused' in result ? [[text, result.refused] as const] : [],
    );
    expect(alone.filter(([, why]) => !reasons.some((reason) => reason.test(why)))).toEqual([]);
    expect(reasons.filter((reason) => !alone.some(([, why]) => reason.test(why)))).toEqual([]);
    expect(alone.length).toBeLessThan(lines.length / 12);
  });
});
