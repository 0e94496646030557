/** A mount path without the trailing slash that Kubernetes ignores. */
export function normalPath(path: string): string {
  return path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
}
