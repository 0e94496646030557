import { type ExitCode, exitCode } from '../exit-code.ts';
import { program } from '../help.ts';
import type { Io } from '../io.ts';
import type { Problem } from '../problem.ts';

/** Says on standard error why a command does nothing. */
export async function complain(io: Io, { message, remedy }: Problem): Promise<ExitCode> {
  await io.err.write(`${program}: ${message}${remedy === undefined ? '' : ` ${remedy}`}\n`);
  return exitCode.unreadable;
}
