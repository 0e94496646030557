/** What the process says to whoever started it; the worst of several counts. */
export const exitCode = {
  /** Everything was read and is admitted. */
  admitted: 0,
  /** Something is rejected, will fail, or cannot be judged; or a problem is left that no fix repairs. */
  refused: 1,
  /** Something could not be read or written, or the command line makes no sense. */
  unreadable: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export function worst(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}
