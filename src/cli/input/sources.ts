import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { type Failure, readingFailure } from '../failure.ts';
import type { Io } from '../io.ts';

/** Something that can be read. */
export interface Source {
  /** For people: the name as it was given. */
  readonly name: string;
  /** Absolute; undefined for standard input. */
  readonly path?: string;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Whether it can be read a second time. */
  readonly again: boolean;
  /** Whether it was named itself, and not found in a folder. */
  readonly named: boolean;
}

export interface Sources {
  readonly sources: readonly Source[];
  /** Folders that could not be listed, or hold nothing. */
  readonly problems: readonly { readonly name: string; readonly problem: Failure }[];
}

export const standardInput = '<stdin>';

/** What the words of a command line name: files, folders, and - for standard input. */
export async function findSources(words: readonly string[], io: Io): Promise<Sources> {
  const sources: Source[] = [];
  const problems: { name: string; problem: Failure }[] = [];
  for (const word of words) {
    if (word === '-') {
      sources.push({ name: standardInput, open: io.stdin, again: false, named: true });
      continue;
    }
    const path = resolve(io.cwd, word);
    try {
      const names = (await isFolder(path)) ? await filesIn(path) : [path];
      // A folder's name that is wrong must not come to "nothing is refused".
      if (names.length === 0) problems.push({ name: word, problem: emptyFolder });
      for (const file of names) {
        const named = file === path;
        const name = named ? word : join(word, relative(path, file));
        sources.push({ name, path: file, open: () => readBytes(file), again: true, named });
      }
    } catch (error) {
      problems.push({
        name: word,
        problem: readingFailure(error),
      });
    }
  }
  return { sources, problems };
}

function readBytes(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 1 << 18 });
}

/** What cannot be looked at is taken for a file, so that reading it says why. */
async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

const emptyFolder: Failure = { message: 'The folder holds no .yaml, .yml or .json file.' };
const manifestName = /\.(ya?ml|json)$/i;

/** The files of a folder and those below it, in the order of their names. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory() && manifestName.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
