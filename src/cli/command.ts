import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

/** An option of a command, for the parser and for its help. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What its value is called in the help; without one it is a switch. */
  readonly value?: string;
  /** Whether it may be given several times. */
  readonly multiple?: boolean;
  readonly help: string;
}

/** A command line that fits its command. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly has: (option: string) => boolean;
  /** The last value given. */
  readonly value: (option: string) => string | undefined;
  readonly values: (option: string) => readonly string[];
}

export type Run = (given: Arguments, io: Io) => Promise<ExitCode>;

/** One subcommand: all that its help and the parser need, without its code. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What follows the command's name: `[FILE...]`. */
  readonly usage: string;
  readonly description: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [command: string, what: string])[];
  /** Loads the code, which the other commands can do without. */
  readonly load: () => Promise<{ readonly run: Run }>;
}
