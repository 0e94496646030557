/*
 * Stands in for prettier in the YAML worker (vite.config.ts): the wizard never formats a file, and
 * prettier is two fifths of the worker.
 */

export function format(): never {
  throw new Error('The wizard formats no files');
}
