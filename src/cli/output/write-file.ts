import { randomBytes } from 'node:crypto';
import { chmod, chown, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Problem, systemReason } from '../problem.ts';

/**
 * Writes a file whole or not at all: to a new file beside it, which then takes its place. A file
 * that is there keeps its mode, and its owner where that may be set; a symbolic link stays one.
 */
export async function writeFileAtomically(
  path: string,
  text: string,
): Promise<Problem | undefined> {
  let temporary: string | undefined;
  try {
    const target = await realPath(path);
    const before = await stat(target).catch(() => undefined);
    const name = `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`;
    const made = join(dirname(target), name);
    const file = await open(made, 'wx', before === undefined ? 0o666 : 0o600);
    temporary = made;
    try {
      await file.writeFile(text, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    if (before !== undefined) {
      // Only root may give files away; others keep what is theirs.
      await chown(made, before.uid, before.gid).catch(() => undefined);
      await chmod(made, before.mode & 0o7777);
    }
    await rename(made, target);
    return undefined;
  } catch (error) {
    if (temporary !== undefined) await unlink(temporary).catch(() => undefined);
    return { message: `${path} cannot be written: ${systemReason(error)}.` };
  }
}

/** Where a file really is; a file that is not there yet is where its name says. */
async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
