import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  access,
  chmod,
  chown,
  constants,
  lstat,
  open,
  realpath,
  rename,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Failure, systemReason } from '../failure.ts';

/** How a file that is there is treated. */
export interface Writing {
  /** Replace a file that its owner has made read-only. */
  readonly force?: boolean;
  /** Where the name is a symbolic link: change the file that it leads to, or put a file in its place. */
  readonly links: 'follow' | 'replace';
}

/**
 * Writes a file whole or not at all: to a new file beside it, which then takes its place. A file
 * that is there keeps its mode, and its owner where that may be set. What is no regular file, such
 * as a pipe, is written to as it is.
 * @returns why it could not be written
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  writing: Writing,
): Promise<Failure | undefined> {
  let temporary: string | undefined;
  try {
    const target = writing.links === 'follow' ? await realPath(path) : path;
    const before = await lstat(target).catch(() => undefined);
    if (before !== undefined && !before.isFile() && !before.isSymbolicLink()) {
      await writeFile(target, content, 'utf8');
      return undefined;
    }
    if (before !== undefined && writing.force !== true && (await isReadOnly(target, before))) {
      return readOnly(path);
    }
    const name = `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`;
    const made = join(dirname(target), name);
    const kept = before?.isFile() === true ? before : undefined;
    const file = await open(made, 'wx', kept === undefined ? 0o666 : 0o600);
    temporary = made;
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    if (kept !== undefined) {
      // Only root may give files away; others keep what is theirs.
      await chown(made, kept.uid, kept.gid).catch(() => undefined);
      await chmod(made, kept.mode & 0o7777);
    }
    await rename(made, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) await unlink(temporary).catch(() => undefined);
    return { message: `${path} cannot be written: ${systemReason(error)}.` };
  }
}

/** Why the file of a name must not be changed in place without a word; nothing for one that is not there. */
export async function readOnlyProblem(path: string): Promise<Failure | undefined> {
  const before = await stat(path).catch(() => undefined);
  const isKept = before?.isFile() === true && (await isReadOnly(path, before));
  return isKept ? readOnly(path) : undefined;
}

/**
 * How many other names (hard links) the file of a name has. They keep the old text when the file
 * is replaced.
 */
export async function otherNames(path: string): Promise<number> {
  const before = await stat(path).catch(() => undefined);
  return before?.isFile() === true ? before.nlink - 1 : 0;
}

function readOnly(path: string): Failure {
  return {
    message: `${path} is read-only.`,
    remedy: 'Make it writable, or replace it with --force.',
  };
}

/** Root may write anything, so that the mode decides; for others the system does. */
async function isReadOnly(path: string, { mode }: Stats): Promise<boolean> {
  if ((mode & 0o222) === 0) return true;
  return access(path, constants.W_OK).then(
    () => false,
    () => true,
  );
}

/** Where a file really is; a file that is not there yet is where its name says. */
async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
