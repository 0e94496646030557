import { writeFileSync } from 'node:fs';
import { moduleVersion, withProgram } from '../oracle.ts';
import { layerings } from './corpus.ts';
import { LAYERS_ORACLE } from './fuzz.ts';

/**
 * Rebuilds tests/conformance/layers.jsonl: layerings of our own, with what Helm merges of each.
 *
 *     npm run conformance:layers:update
 */

const FILE = 'tests/conformance/layers.jsonl';

export function main(): number {
  return withProgram(LAYERS_ORACLE, (program) => {
    const given = layerings();
    const answers = program(
      'merge',
      given.map((one) => JSON.stringify(one)),
    );
    const lines = given.map((one, index) =>
      JSON.stringify({ ...one, ...JSON.parse(answers[index] ?? '') }),
    );
    writeFileSync(FILE, `${lines.join('\n')}\n`);
    console.log(
      `${given.length} layerings merged by ${moduleVersion(LAYERS_ORACLE, 'helm.sh/helm/v3')}`,
    );
    return 0;
  });
}
