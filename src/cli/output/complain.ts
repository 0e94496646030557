import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Failure } from '../failure.ts';
import { program } from '../help.ts';
import type { Io } from '../io.ts';
import { visible } from '../report/visible.ts';

/** Says on standard error, in one line, why a command does nothing. */
export async function complain(io: Io, { message, remedy }: Failure): Promise<ExitCode> {
  await remark(io, remedy === undefined ? message : `${message} ${remedy}`);
  return exitCode.unreadable;
}

/** Says something on standard error, in one line, whatever names are in it. */
export async function remark(io: Pick<Io, 'err'>, message: string): Promise<void> {
  await io.err.write(`${program}: ${visible(message)}\n`);
}
