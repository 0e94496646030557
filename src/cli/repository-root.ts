import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { systemReason } from './failure.ts';

/**
 * The root of the Git repository that a folder is in, or else the folder itself.
 * @returns its real path, which no symbolic link is in
 */
export function repositoryRoot(folder: string): string {
  return repositoryOf(folder) ?? realPath(folder);
}

/**
 * The root of the Git repository that a folder is in, as Git would find it: the nearest folder
 * with a `.git`, which is a file in a worktree or submodule. Undefined outside of any.
 */
export function repositoryOf(folder: string): string | undefined {
  let at = realPath(folder);
  while (!existsSync(join(at, '.git'))) {
    const above = dirname(at);
    if (above === at) return undefined;
    at = above;
  }
  return at;
}

/**
 * A file's path from a root, with slashes.
 * @param root a real path
 * @param file relative to `cwd`; where it is a symbolic link, that which it leads to is meant
 * @returns undefined for a file that is not below the root
 */
export function pathBelow(root: string, file: string, cwd: string): string | undefined {
  const below = relative(root, realPath(resolve(cwd, file)));
  const isOutside = below === '' || below === '..' || below.startsWith(`..${sep}`);
  return isOutside || isAbsolute(below) ? undefined : below.split(sep).join('/');
}

/** A path without symbolic links. Of what is not there, that of the folder which it would be in. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    systemReason(error);
    const above = dirname(path);
    return above === path ? path : join(realPath(above), basename(path));
  }
}
