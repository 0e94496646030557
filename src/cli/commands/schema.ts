import { resolve } from 'node:path';
import type { Run } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { complain } from '../output/complain.ts';
import { writeFileAtomically } from '../output/write-file.ts';
import { visible } from '../report/visible.ts';
import { schemaText } from '../schema-text.ts';

/** `schema`: the JSON Schema of the chart's values. */
export const run: Run = async (given, io) => {
  if (given.positionals.length > 0) {
    return complain(io, { message: 'schema takes no file.', remedy: 'Name one with -o.' });
  }
  const output = given.value('output');
  if (output === undefined) {
    await io.out.write(schemaText());
    return exitCode.admitted;
  }
  const problem = await writeFileAtomically(resolve(io.cwd, output), schemaText(), {
    links: 'follow',
  });
  if (problem !== undefined) return complain(io, problem);
  if (!given.has('quiet')) {
    await io.err.write(`Wrote ${visible(output)}. Put this line at the head of values.yaml:\n`);
  }
  await io.out.write(`# yaml-language-server: $schema=${visible(output)}\n`);
  return exitCode.admitted;
};
