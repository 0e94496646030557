import { lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Arguments } from '../command.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { systemReason } from '../failure.ts';
import type { Io } from '../io.ts';
import { visible } from '../report/visible.ts';
import { complain } from './complain.ts';
import { makeFolder } from './make-folder.ts';
import { writeFileAtomically } from './write-file.ts';

/** A file to be written. */
export interface NewFile {
  /** As the command line would name it. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** How many files that are there are named. */
const namedFiles = 3;

/**
 * Writes files, with the folders that they are in, but over none that is there without --force:
 * then none of them. A symbolic link is replaced, not followed: the contents come from somebody
 * else, and so might the link.
 * @param remedy what else to do about files that are there
 */
export async function writeNewFiles(
  files: readonly NewFile[],
  remedy: string,
  given: Arguments,
  io: Io,
): Promise<ExitCode> {
  const there = files.filter(({ name }) => isThere(resolve(io.cwd, name)));
  if (there.length > 0 && !given.has('force')) {
    const first = there.slice(0, namedFiles).map(({ name }) => name);
    const names =
      there.length > namedFiles ? [...first, `${there.length - namedFiles} more`] : first;
    return complain(io, {
      message: `${names.join(' and ')} ${there.length === 1 ? 'is' : 'are'} there already.`,
      remedy,
    });
  }
  for (const folder of new Set(files.map(({ name }) => dirname(name)))) {
    try {
      await makeFolder(resolve(io.cwd, folder));
    } catch (error) {
      return complain(io, { message: `${folder} cannot be made: ${systemReason(error)}.` });
    }
  }
  for (const { name, content } of files) {
    const problem = await writeFileAtomically(resolve(io.cwd, name), content, {
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
