import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Failure, readingFailure } from '../failure.ts';
import type { Io } from '../io.ts';
import { decode } from './decode.ts';

/** Reads a file as text, or standard input where it is called `-`; or says why it cannot be read. */
export async function readText(
  word: string,
  io: Io,
): Promise<{ readonly text: string } | (Failure & { readonly code?: string })> {
  try {
    const bytes = word === '-' ? await collect(io.stdin()) : await readFile(resolve(io.cwd, word));
    const decoded = decode(bytes);
    return 'text' in decoded ? decoded : decoded.problem;
  } catch (error) {
    return readingFailure(error);
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
