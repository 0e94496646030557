import { isatty } from 'node:tty';
import { OutputFailure } from './output/output-failure.ts';

/** Where output goes. */
export interface Output {
  /**
   * Resolves when there is room for more.
   * @throws OutputFailure if what is written does not arrive: a full disk, a reader who has gone
   */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
}

/** The world around a command, so that tests can bring their own. */
export interface Io {
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly stdinIsTerminal: () => boolean;
  readonly out: Output;
  readonly err: Output;
  /** File names on the command line are relative to this folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The process's own streams. */
export function processIo(): Io {
  return {
    stdin: () => process.stdin,
    stdinIsTerminal: () => isatty(0),
    out: outputOf('Standard output', () => process.stdout),
    err: outputOf('Standard error', () => process.stderr),
    cwd: process.cwd(),
    env: process.env,
  };
}

/**
 * A stream as an output.
 * @param open only called when something is written: that takes time at start-up
 */
export function outputOf(name: string, open: () => NodeJS.WriteStream): Output {
  let stream: NodeJS.WriteStream | undefined;
  const opened = (): NodeJS.WriteStream => {
    if (stream !== undefined) return stream;
    stream = open();
    // Whoever writes hears of it through `write`; without a listener Node would end the process.
    stream.on('error', () => undefined);
    return stream;
  };
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text === '') resolve();
        else {
          opened().write(text, (error) => {
            if (error) reject(new OutputFailure(name, error));
            else resolve();
          });
        }
      }),
    get isTerminal() {
      return opened().isTTY === true;
    },
  };
}
