import { version } from '../../package.json';
import { readArguments } from './arguments.ts';
import type { Option } from './command.ts';
import { commands } from './commands.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { generalHelp, helpOf, program } from './help.ts';
import type { Io } from './io.ts';
import { complain } from './output/complain.ts';
import { OutputFailure } from './output/output-failure.ts';
import { visible } from './report/visible.ts';

const helpOption: Option = { name: 'help', short: 'h', help: '' };

/**
 * Runs one command line, without the program's name, and gives its exit code. What does not arrive
 * where it was to be printed is no verdict: that is said on standard error, if it can be.
 */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runCommand(words, io);
  } catch (error) {
    if (!(error instanceof OutputFailure)) throw error;
    return complain(io, error.problem).catch(() => exitCode.unreadable);
  }
}

async function runCommand(words: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined) {
    await io.err.write(generalHelp(commands));
    return exitCode.unreadable;
  }
  if (name === '--version') {
    await io.out.write(`${version}\n`);
    return exitCode.admitted;
  }
  if (name === '--help' || name === '-h' || name === 'help') return showHelp(rest[0], io);
  const command = commands.find((one) => one.name === name);
  if (command === undefined) return misused(`There is no command ${name}.`, '', io);
  const parsed = readArguments(rest, [...command.options, helpOption]);
  if (!parsed.ok) return misused(parsed.message, ` ${name}`, io);
  if (parsed.given.has('help')) return showHelp(name, io);
  const loaded = await command.load();
  return loaded.run(parsed.given, io);
}

async function showHelp(topic: string | undefined, io: Io): Promise<ExitCode> {
  const command = commands.find(({ name }) => name === topic);
  await io.out.write(command === undefined ? generalHelp(commands) : helpOf(command));
  return exitCode.admitted;
}

async function misused(message: string, command: string, io: Io): Promise<ExitCode> {
  await io.err.write(`${program}: ${visible(message)}\nSee ${program}${command} --help\n`);
  return exitCode.unreadable;
}
