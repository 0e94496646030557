import { readFileSync, writeFileSync } from 'node:fs';
import { seeded } from '../random.ts';
import { escapeTexts, scalarTexts } from './corpus/scalars.ts';
import { structureTexts } from './corpus/structures.ts';
import { SAMPLES } from './fuzz.ts';
import { withHelm } from './oracle.ts';
import { changedLines } from './random-text.ts';

/**
 * Rebuilds tests/conformance/helm-values.jsonl: texts of our own, and lines of the samples with
 * changes, with what Helm reads in each.
 *
 *     npm run conformance:helm:update
 */

const FILE = 'tests/conformance/helm-values.jsonl';
const CHANGED = 900;
const SEED = 20_261;

export function main(): number {
  const texts = [
    ...new Set([...scalarTexts(), ...escapeTexts(), ...structureTexts(), ...changedSamples()]),
  ];
  return withHelm((oracle) => {
    const answers = oracle.read(texts);
    const lines = texts.map((text, index) => JSON.stringify({ text, ...answers[index] }));
    writeFileSync(FILE, `${lines.join('\n')}\n`);
    console.log(`${texts.length} texts read by ${oracle.modules}`);
    return 0;
  });
}

function changedSamples(): readonly string[] {
  const random = seeded(SEED);
  return SAMPLES.flatMap((name) => {
    const file = readFileSync(`tests/samples/${name}.yaml`, 'utf8');
    return Array.from({ length: CHANGED / SAMPLES.length }, () => changedLines(random, file));
  });
}
