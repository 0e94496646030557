/** Something that kept a command from doing its work, for people. */
export interface Failure {
  /** What is wrong. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly remedy?: string;
}

/** What a step of a command comes to. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Failure };

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'it is there already',
  ENOSPC: 'there is no space left',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be too large',
  EPIPE: 'its reader has gone',
  ERR_STREAM_DESTROYED: 'it is closed',
  EIO: 'the device reports an error',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  EROFS: 'the file system is read-only',
  ELOOP: 'too many symbolic links',
};

/**
 * Why a file could not be read, as a sentence.
 * @throws as `systemReason`
 */
export function readingFailure(error: unknown): Failure {
  const reason = systemReason(error);
  return { message: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.` };
}

/**
 * What the system said of a file, in words.
 * @throws what else was thrown: a mistake of ours is no property of the file
 */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error && 'code' in error && isOfSystem(error))) throw error;
  const code = String(error.code);
  return (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ?? error.message;
}

/** A stream that has failed once says so without the call that failed. */
function isOfSystem(error: Error & { readonly code: unknown }): boolean {
  return 'syscall' in error || error.code === 'ERR_STREAM_DESTROYED';
}
