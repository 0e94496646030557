import { join } from 'node:path';
import { type Documents, documentNames, fileNames } from '../../agent/documents/documents.ts';
import type { Arguments } from '../command.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { writeNewFiles } from './write-new-files.ts';

/** Writes both files into the folder of --output. */
export async function writeDocuments(
  documents: Documents,
  given: Arguments,
  io: Io,
): Promise<ExitCode> {
  const folder = given.value('output') ?? '.';
  const files = documentNames.map((document) => ({
    name: join(folder, fileNames[document]),
    content: documents[document],
  }));
  const remedy = 'Choose another folder with -o, or replace them with --force.';
  return writeNewFiles(files, remedy, given, io);
}
