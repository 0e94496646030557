import { editsBetween } from '../../yaml/text-diff.ts';
import { keepsMac } from '../check/encrypted.ts';
import type { Overrides } from '../check/overrides.ts';
import { SourceText } from '../check/source-text.ts';
import { decides } from '../check/tally.ts';
import { sameEnd } from '../fix/put-back.ts';
import { refusedWords, repairUnder } from '../layers/fix-layers.ts';
import { judgeLayers, type LayeredInstall, layeredDocuments } from '../layers/judge-layers.ts';
import type { Diagnostic } from '../report/report.ts';
import type { GivenFile } from './given-files.ts';
import { type LayeredHost, layeredHosts } from './layered-hosts.ts';
import { namespaceAmong } from './namespace-among.ts';

export interface FixedHosts {
  readonly files: readonly GivenFile[];
  readonly applied: number;
  /** What could not be changed, with its place. */
  readonly refused: readonly string[];
}

/**
 * Repairs each install that is merged of several texts, one after the other, since they may share
 * some. Every change is in the text that it belongs in.
 */
export function fixHosted(given: readonly GivenFile[], overrides: Overrides): FixedHosts {
  const { installs } = layeredHosts(given);
  let files = given;
  let applied = 0;
  const refused: string[] = [];
  for (const index of installs.keys()) {
    const install = installAt(files, index);
    if (install === undefined) continue;
    const repaired = repairUnder(layeredDocuments(install), install, overrides);
    refused.push(...repaired.refused.map((one) => refusedWords(one, install)));
    const after = install.texts.changed(repaired.documents.values).sources;
    const { namespace } = install;
    const edited = [
      ...install.texts.sources.map((source, n) => ({
        source,
        text: after[n]?.text ?? source.text,
      })),
      ...(namespace === undefined
        ? []
        : [{ source: namespace, text: repaired.documents.namespace }]),
    ];
    const next = files.map((file) => withEdits(file, edited));
    if (isAsMeant(files, next, index, edited)) {
      files = next;
      applied += repaired.applied;
    } else {
      const [first] = install.texts.sources;
      const words = 'The repaired values could not be put back, so nothing is changed.';
      refused.push(`${first?.file ?? ''}: ${words}`);
    }
  }
  return { files, applied, refused };
}

/** What is left of the installs that are merged of several texts. */
export function judgeHosted(
  files: readonly GivenFile[],
  overrides: Overrides,
): { readonly left: readonly Diagnostic[]; readonly isSound: boolean } {
  const { installs } = layeredHosts(files);
  const left: Diagnostic[] = [];
  let isSound = true;
  for (const host of installs) {
    left.push(...host.problems, ...host.notes);
    const install = installOf(files, host);
    const judged = install && judgeLayers(install, overrides);
    left.push(...(judged?.diagnostics ?? []));
    if (judged?.standing !== 'admitted') isSound = false;
  }
  return { left, isSound: isSound && !left.some(({ effect }) => decides(effect)) };
}

function installAt(files: readonly GivenFile[], index: number): LayeredInstall | undefined {
  const host = layeredHosts(files).installs[index];
  return host && installOf(files, host);
}

function installOf(
  files: readonly GivenFile[],
  { texts, name, namespace: release }: LayeredHost,
): LayeredInstall | undefined {
  if (texts === undefined) return undefined;
  return { texts, name, namespace: namespaceAmong(files, texts, release) };
}

interface Edited {
  readonly source: SourceText;
  readonly text: string;
}

function withEdits(file: GivenFile, edited: readonly Edited[]): GivenFile {
  const own = edited.filter(({ source }) => source.isIn(file.source));
  const text = file.source.changed(
    own.map(({ source, text: after }) => ({ source, edits: editsBetween(source.text, after) })),
  );
  if (text === file.source.text) return file;
  return { ...file, source: new SourceText(file.source.file, text) };
}

/** Whether the files, read again, hold what was put into them, and SOPS can decrypt them still. */
function isAsMeant(
  before: readonly GivenFile[],
  after: readonly GivenFile[],
  index: number,
  edited: readonly Edited[],
): boolean {
  const now = installAt(after, index);
  if (now === undefined) return false;
  const texts = [...now.texts.sources, ...(now.namespace === undefined ? [] : [now.namespace])];
  return (
    texts.length === edited.length &&
    edited.every(({ text }, n) => sameEnd(texts[n]?.text ?? '', text)) &&
    before.every((file, n) => keepsMac(file.source, after[n]?.source ?? file.source))
  );
}
