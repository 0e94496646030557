import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { moduleVersion, type Program, withProgram } from '../oracle.ts';
import { withSettings } from './bases.ts';
import { edgeMutations } from './edges.ts';
import { theirAnswer } from './ours.ts';
import { type Mutation, systematicMutations } from './walk.ts';

const TABLE = 'tests/conformance/kube.jsonl';
const TYPES = 'src/kube/decode/api-types.ts';
export const KUBE_ORACLE = resolve('conformance/oracle/kube');

/** Of the systematic mutations the table has every so many; the fuzz run has them all. */
const EVERY = 4;

/** Rebuilds the table of types, and that of objects with what the API server says of them. */
export function updateKube(): void {
  withProgram(KUBE_ORACLE, (program) => {
    const module = moduleVersion(KUBE_ORACLE, 'k8s.io/kubernetes');
    writeFileSync(TYPES, typesSource(module, JSON.parse(program('types', [])[0] ?? '')));
    const some = systematicMutations().filter((_, index) => index % EVERY === 0);
    const lines = answered(program, [...edgeMutations(), ...some]);
    writeFileSync(TABLE, `${lines.join('\n')}\n`);
    console.log(`${lines.length} objects, judged by ${module}`);
  });
}

function answered(program: Program, mutations: readonly Mutation[]): readonly string[] {
  const objects = mutations.map(({ base, set }) => JSON.stringify(withSettings(base, set)));
  const answers = program('objects', objects);
  return mutations.map((mutation, index) =>
    JSON.stringify({ ...mutation, answer: theirAnswer(answers[index] ?? '') }),
  );
}

function typesSource(module: string, types: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(types).map(
    ([name, fields]) => `  '${name}': '${fields.join('; ')}',`,
  );
  return `/* Written by \`npm run conformance:update\` from ${module}: do not edit. */

/**
 * The fields of every struct that a Pod or a Deployment is made of, each with its Go type: a kind,
 * a struct, \`[]\` and \`map\` of another type, or \`!\` before a type that decodes itself. A field whose
 * name starts with \`+\` is embedded: its own fields stand in the struct's place.
 */
export const API_TYPES: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`;
}
