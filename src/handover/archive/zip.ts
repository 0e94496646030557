import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Entry } from './entry.ts';

/** The files as one archive; the same bytes for the same files, wherever and whenever. */
export function zipOf(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  // The first moment that an archive can name, by the clock of its place.
  const noTime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const { name, text } of entries) files[name] = [strToU8(text), { mtime: noTime, level: 9 }];
  return zipSync(files);
}
