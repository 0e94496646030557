import { resolve } from 'node:path';
import type { Recognition } from '../../sources/recognise.ts';
import { SourceText } from '../check/source-text.ts';
import { unreadablePlace } from '../check/unreadable.ts';
import type { GivenFile } from '../hosted/given-files.ts';
import { Taken } from '../hosted/taken.ts';
import type { Io } from '../io.ts';
import type { Diagnostic } from '../report/report.ts';
import { realPath } from '../repository-root.ts';
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
  /** All files, where installs of hosts are merged of several of them; else none. */
  readonly layered: readonly GivenFile[];
  /** What of them is a layer of such an install. */
  readonly taken: Taken;
}

export type ReadOwnFiles =
  | ({ readonly ok: true } & OwnFiles)
  | { readonly ok: false; readonly problems: readonly Diagnostic[] };

/** Tells manifests of pods, where they are asked for. */
export type IsManifest = (text: string, found: Recognition) => boolean;

export interface ReadingOptions {
  readonly isManifest?: IsManifest;
  /** Whether installs of hosts are merged of all that is given. */
  readonly mergesHosts?: boolean;
}

/**
 * Reads values, in files of their own or in hosts, and Namespace manifests, told apart by their
 * content; each name once. What is none is named for what it is, unless it is to be skipped.
 */
export async function readOwnFiles(
  words: readonly string[],
  { as, skipsUnrecognised }: Taking,
  io: Io,
  { isManifest = () => false, mergesHosts = false }: ReadingOptions = {},
): Promise<ReadOwnFiles> {
  const given: GivenFile[] = [];
  const problems: Diagnostic[] = [];
  for (const word of new Set(words)) {
    const name = word === '-' ? standardInput : word;
    const read = await readText(word, io);
    if ('message' in read) {
      problems.push(unreadablePlace({ file: name }, { code: 'unreadable', ...read }));
      continue;
    }
    const path = word === '-' ? '' : realPath(resolve(io.cwd, word));
    given.push({ source: new SourceText(name, read.text), path });
  }
  const { layeredHosts } = await import('../hosted/layered-hosts.ts');
  const hosted = mergesHosts ? layeredHosts(given) : undefined;
  problems.push(...(hosted?.installs.flatMap((one) => one.problems) ?? []));
  const own = openGiven(given, hosted?.taken ?? new Taken(), { as, skipsUnrecognised }, isManifest);
  problems.push(...own.problems);
  if (problems.length > 0) return { ok: false, problems };
  const isLayered = hosted !== undefined && hosted.installs.length > 0;
  return { ok: true, ...own, layered: isLayered ? given : [] };
}

/**
 * What of texts is the agent's, where it is no layer of an install that is merged of several.
 * @param taken what is
 */
export function openGiven(
  given: readonly GivenFile[],
  taken: Taken,
  { as, skipsUnrecognised }: Taking,
  isManifest: IsManifest,
): Omit<OwnFiles, 'layered'> & { readonly problems: readonly Diagnostic[] } {
  const files: SourceText[] = [];
  const opened: OpenedFile[] = [];
  const manifests: SourceText[] = [];
  const skipped: string[] = [];
  const problems: Diagnostic[] = [];
  for (const { source } of given) {
    const one = openFile(source, as, taken);
    const isSkipped = skipsUnrecognised && one.found !== undefined && skipReason(one.found, 'hook');
    if (isSkipped) skipped.push(source.file);
    else if (one.found !== undefined && isManifest(source.text, one.found)) manifests.push(source);
    else {
      files.push(source);
      opened.push(one);
      problems.push(...one.problems);
    }
  }
  const parts = opened.flatMap((one) => one.parts);
  const notes = opened.flatMap((one) => one.notes);
  return { files, manifests, parts, notes, skipped, taken, problems };
}
