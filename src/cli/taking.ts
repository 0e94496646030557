import type { Arguments } from './command.ts';
import type { Outcome } from './failure.ts';

/** What the command line says of the files that it names. */
export interface Taking {
  /** `--as values`: a mapping that could be anything is values. */
  readonly as: 'values' | undefined;
  /** `--skip-unrecognised`: the files were given for their names, as hooks do. */
  readonly skipsUnrecognised: boolean;
}

/** Reads `--as` and `--skip-unrecognised`. */
export function readTaking(given: Arguments): Outcome<Taking> {
  const as = given.value('as');
  const skipsUnrecognised = given.has('skip-unrecognised');
  if (as !== undefined && as !== 'values') {
    const problem = { message: `Nothing can be taken as ${as}.`, remedy: 'Write --as values.' };
    return { ok: false, problem };
  }
  if (as !== undefined && skipsUnrecognised) {
    const problem = { message: 'Choose one of --as and --skip-unrecognised.' };
    return { ok: false, problem };
  }
  return { ok: true, value: { as, skipsUnrecognised } };
}
