import type { Output } from '../../handover/output.ts';
import { outputs } from '../../handover/outputs.ts';
import type { Outcome } from '../failure.ts';

/** What `--format` calls an output whose id is long to type. */
const aliases: Readonly<Record<string, string>> = { pr: 'pull-request' };

/** The output that `--format` names; undefined for all of them. */
export function readFormat(word: string | undefined): Outcome<Output | undefined> {
  if (word === undefined || word === 'all') return { ok: true, value: undefined };
  const id = Object.hasOwn(aliases, word) ? aliases[word] : word;
  const output = outputs.find((one) => one.id === id);
  if (output !== undefined) return { ok: true, value: output };
  const names = outputs.map((one) => (one.id === 'pull-request' ? 'pr' : one.id));
  return {
    ok: false,
    problem: {
      message: `There is no format ${word}.`,
      remedy: `Write one of all, ${names.join(', ')}.`,
    },
  };
}
