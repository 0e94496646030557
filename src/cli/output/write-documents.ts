import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Documents, documentNames, fileNames } from '../../agent/documents/documents.ts';
import type { Arguments } from '../command.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { systemReason } from '../failure.ts';
import type { Io } from '../io.ts';
import { visible } from '../report/visible.ts';
import { complain } from './complain.ts';
import { makeFolder } from './make-folder.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * Writes both files into the folder of --output, but over none that is there without --force. A
 * symbolic link is replaced, not followed: the contents come from somebody else, and so might the
 * link.
 */
export async function writeDocuments(
  documents: Documents,
  given: Arguments,
  io: Io,
): Promise<ExitCode> {
  const folder = given.value('output') ?? '.';
  const files = documentNames.map((document) => {
    const name = join(folder, fileNames[document]);
    return { document, name, path: resolve(io.cwd, name) };
  });
  const there = files.filter(({ path }) => isThere(path));
  if (there.length > 0 && !given.has('force')) {
    const names = there.map(({ name }) => name).join(' and ');
    return complain(io, {
      message: `${names} ${there.length === 1 ? 'is' : 'are'} there already.`,
      remedy: 'Choose another folder with -o, or replace them with --force.',
    });
  }
  try {
    await makeFolder(resolve(io.cwd, folder));
  } catch (error) {
    return complain(io, { message: `${folder} cannot be made: ${systemReason(error)}.` });
  }
  for (const { document, name, path } of files) {
    const problem = await writeFileAtomically(path, documents[document], {
      force: given.has('force'),
      links: 'replace',
    });
    if (problem !== undefined) return complain(io, problem);
    if (!given.has('quiet')) await io.err.write(`Wrote ${visible(name)}\n`);
  }
  return exitCode.admitted;
}

/** A symbolic link is there even where it leads nowhere. */
function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    // Whatever keeps a name from being looked at is said when it is written to.
    return false;
  }
}
