import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface World {
  readonly stdin?: string | Uint8Array | readonly Uint8Array[];
  readonly cwd?: string;
  readonly env?: Io['env'];
  readonly isTerminal?: boolean;
}

/** Runs a command line in this process, with a world of its own. */
export async function cli(words: readonly string[], world: World = {}): Promise<Outcome> {
  const { stdin, cwd = process.cwd(), env = {}, isTerminal = false } = world;
  let out = '';
  let err = '';
  const io: Io = {
    stdin: () => chunksOf(stdin ?? ''),
    stdinIsTerminal: () => stdin === undefined,
    out: {
      isTerminal,
      write: async (text) => {
        out += text;
      },
    },
    err: {
      isTerminal,
      write: async (text) => {
        err += text;
      },
    },
    cwd,
    env,
  };
  const code = await run(words, io);
  return { code, out, err };
}

async function* chunksOf(stdin: NonNullable<World['stdin']>): AsyncGenerator<Uint8Array> {
  if (typeof stdin === 'string') yield Buffer.from(stdin);
  else if (stdin instanceof Uint8Array) yield stdin;
  else yield* stdin;
}

/** An empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'restricted-agent-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
