import type { Path } from '../../yaml/path.ts';
import type { Mapping } from '../documents/plain.ts';
import { type Release, releases } from './releases.ts';

export interface FoundRelease extends Release {
  /** Where the file shows it; the root if it shows nothing. */
  readonly path: Path;
}

/** The release of the chart that a values file was written for: the oldest that it shows. */
export function releaseOf(values: Mapping): FoundRelease {
  let newest: Release = releases[0];
  for (const release of releases) {
    const path = release.mark(values);
    if (path !== undefined) return { ...release, path };
    newest = release;
  }
  return { ...newest, path: [] };
}
