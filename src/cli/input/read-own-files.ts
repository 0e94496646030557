import type { Recognition } from '../../sources/recognise.ts';
import { SourceText } from '../check/source-text.ts';
import { unreadablePlace } from '../check/unreadable.ts';
import type { Io } from '../io.ts';
import type { Diagnostic } from '../report/report.ts';
import { skipReason } from '../skipping.ts';
import type { Taking } from '../taking.ts';
import { type Given, type OpenedFile, openFile } from './open-file.ts';
import { readText } from './read-text.ts';
import { standardInput } from './sources.ts';

export interface OwnFiles {
  /** The files themselves, in their order. */
  readonly files: readonly SourceText[];
  /** Manifests of pods, and of what makes them, where these are asked for. */
  readonly manifests: readonly SourceText[];
  /** What of them is the agent's. */
  readonly parts: readonly Given[];
  /** What is to be said of what cannot be judged. */
  readonly notes: readonly Diagnostic[];
  /** The names of those that `--skip-unrecognised` passed over. */
  readonly skipped: readonly string[];
}

export type ReadOwnFiles =
  | ({ readonly ok: true } & OwnFiles)
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/**
 * Reads values, in files of their own or in hosts, and Namespace manifests, told apart by their
 * content; each name once. What is none is named for what it is, unless it is to be skipped.
 */
export async function readOwnFiles(
  words: readonly string[],
  { as, skipsUnrecognised }: Taking,
  io: Io,
  isManifest: (text: string, found: Recognition) => boolean = () => false,
): Promise<ReadOwnFiles> {
  const files: SourceText[] = [];
  const opened: OpenedFile[] = [];
  const manifests: SourceText[] = [];
  const skipped: string[] = [];
  const problems: Diagnostic[] = [];
  for (const word of new Set(words)) {
    const name = word === '-' ? standardInput : word;
    const read = await readText(word, io);
    if ('message' in read) {
      problems.push(unreadablePlace({ file: name }, { code: 'unreadable', ...read }));
      continue;
    }
    const source = new SourceText(name, read.text);
    const one = openFile(source, as);
    const isSkipped = skipsUnrecognised && one.found !== undefined && skipReason(one.found, 'hook');
    if (isSkipped) skipped.push(name);
    else if (one.found !== undefined && isManifest(read.text, one.found)) manifests.push(source);
    else {
      files.push(source);
      opened.push(one);
      problems.push(...one.problems);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const parts = opened.flatMap((one) => one.parts);
  return { ok: true, files, manifests, parts, notes: opened.flatMap((one) => one.notes), skipped };
}
