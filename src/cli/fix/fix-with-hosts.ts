import type { Overrides } from '../check/overrides.ts';
import { fixHosted, judgeHosted } from '../hosted/fix-hosted.ts';
import { type OwnFiles, openGiven } from '../input/read-own-files.ts';
import type { Taking } from '../taking.ts';
import type { FixedFiles } from './fix-files.ts';
import { holdsPods } from './manifests.ts';

interface Fixing {
  readonly overrides: Overrides;
  /** Fixes what is by itself. */
  readonly fix: (files: Omit<OwnFiles, 'layered'>) => FixedFiles;
}

/** Fixes what hosts merge of several files first, and then what is by itself. */
export function fixWithHosts(
  read: OwnFiles,
  taking: Taking,
  { overrides, fix }: Fixing,
): FixedFiles {
  const { layered, taken } = read;
  if (layered.length === 0) return fix(read);
  const hosts = fixHosted(layered, overrides);
  const own = fix(openGiven(hosts.files, taken, taking, holdsPods));
  const originals = new Map(layered.map(({ source }) => [source.file, source]));
  const now = new Map(own.files.map(([before, after]) => [before.file, after]));
  const after = hosts.files.map((file) => ({
    ...file,
    source: now.get(file.source.file) ?? file.source,
  }));
  const { left, isSound } = judgeHosted(after, overrides);
  return {
    files: own.files.map(([before, now]) => [originals.get(before.file) ?? before, now]),
    applied: hosts.applied + own.applied,
    refused: [...hosts.refused, ...own.refused],
    left: [...left, ...own.left],
    isSound: isSound && own.isSound && hosts.refused.length === 0,
  };
}
