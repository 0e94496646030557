import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DocumentName } from '../../agent/documents/documents.ts';
import { importText } from '../../agent/documents/import-document.ts';
import { SourceText } from '../check/source-text.ts';
import { unopened, unreadablePlace } from '../check/unreadable.ts';
import { type Failure, readingFailure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Diagnostic } from '../report/report.ts';
import { skipReason } from '../skipping.ts';
import type { Taking } from '../taking.ts';
import { decode } from './decode.ts';
import { standardInput } from './sources.ts';

/** A values file or a Namespace manifest, as it was given. */
export interface Given {
  readonly about: DocumentName;
  readonly source: SourceText;
}

export type ReadOwnFiles =
  | {
      readonly ok: true;
      readonly files: readonly Given[];
      /** The names of those that `--skip-unrecognised` passed over. */
      readonly skipped: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/**
 * Reads values files and Namespace manifests, told apart by their content; each name once. What is
 * neither is named for what it is, unless it is to be skipped.
 */
export async function readOwnFiles(
  words: readonly string[],
  { as, skipsUnrecognised }: Taking,
  io: Io,
): Promise<ReadOwnFiles> {
  const files: Given[] = [];
  const skipped: string[] = [];
  const problems: Diagnostic[] = [];
  for (const word of new Set(words)) {
    const name = word === '-' ? standardInput : word;
    const read = await readText(word, io);
    if ('message' in read) {
      problems.push(unreadablePlace({ file: name }, { code: 'unreadable', ...read }));
      continue;
    }
    const source = new SourceText(name, read.text);
    const imported = importText(read.text, { as });
    if (imported.ok) files.push({ about: imported.document, source });
    else if (skipsUnrecognised && skipReason(imported.found, 'hook')) skipped.push(name);
    else problems.push(unopened(source, imported.problem));
  }
  return problems.length === 0 ? { ok: true, files, skipped } : { ok: false, problems };
}

async function readText(
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
