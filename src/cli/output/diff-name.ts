import { relative, resolve, sep } from 'node:path';

/** A file's name in a patch: from the folder that the patch is applied in, with slashes. */
export function diffName(file: string, cwd: string): string {
  return relative(cwd, resolve(cwd, file)).split(sep).join('/');
}
