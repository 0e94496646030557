import { isatty } from 'node:tty';

/** Where output goes. */
export interface Output {
  /** Resolves when there is room for more. Once the reader has gone, writing does nothing. */
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
    out: outputOf(() => process.stdout),
    err: outputOf(() => process.stderr),
    cwd: process.cwd(),
    env: process.env,
  };
}

/** The stream is only opened when something is written: that takes time at start-up. */
function outputOf(open: () => NodeJS.WriteStream): Output {
  let stream: NodeJS.WriteStream | undefined;
  let isClosed = false;
  const opened = (): NodeJS.WriteStream => {
    if (stream !== undefined) return stream;
    stream = open();
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever read has had enough, as in `| head`. The verdict goes on to be worked out.
      if (error.code !== 'EPIPE') throw error;
      isClosed = true;
    });
    return stream;
  };
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (isClosed || text === '') resolve();
        else opened().write(text, () => resolve());
      }),
    get isTerminal() {
      return opened().isTTY === true;
    },
  };
}
