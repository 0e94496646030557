import { fixEverything } from '../../agent/assess/fix-everything.ts';
import type { RepairOptions } from '../../agent/assess/fix-rounds.ts';
import { type Documents, documentNames } from '../../agent/documents/documents.ts';
import { documentsOf, judgeDocument, withPolicy } from '../check/judge-values.ts';
import type { Overrides } from '../check/overrides.ts';
import type { SourceText } from '../check/source-text.ts';
import { decides } from '../check/tally.ts';
import type { Taken } from '../hosted/taken.ts';
import type { Given } from '../input/open-file.ts';
import type { Diagnostic } from '../report/report.ts';
import type { Taking } from '../taking.ts';
import { type Install, installsOf } from './installs.ts';
import { type PutBack, putBack } from './put-back.ts';

/** What is to be repaired. */
export interface FixableFiles {
  /** The files, in their order. */
  readonly files: readonly SourceText[];
  /** What of them is the agent's. */
  readonly parts: readonly Given[];
  /** What was said of what cannot be judged. */
  readonly notes: readonly Diagnostic[];
  /** What of the files is repaired as a layer of an install, and so not here. */
  readonly taken?: Taken | undefined;
}

export interface FixedFiles {
  /** The files that were given, each with what it is now, in their order. */
  readonly files: readonly (readonly [before: SourceText, after: SourceText])[];
  readonly applied: number;
  /** What could not be changed, with its place. */
  readonly refused: readonly string[];
  /** What is left for a person. */
  readonly left: readonly Diagnostic[];
  /** Whether everything is known to be in order now. */
  readonly isSound: boolean;
}

/** Fix everything of the wizard, on each install's values with the Namespace that they are in. */
export function fixFiles(
  { files, parts, notes, taken }: FixableFiles,
  overrides: Overrides,
  as: Taking['as'],
  options: RepairOptions = {},
): FixedFiles {
  const now = new Map(parts.map(({ source }) => [source, source.text]));
  const refused: string[] = [];
  let applied = 0;
  for (const install of installsOf(parts)) {
    const repaired = fixUnder(
      documentsOf(install, textsOf(install, now)),
      install,
      overrides,
      options,
    );
    applied += repaired.applied;
    for (const about of documentNames) {
      const source = install[about];
      if (source !== undefined) now.set(source, repaired.documents[about]);
    }
    for (const { document, refusal } of repaired.refused) {
      const source = install[document];
      if (source === undefined) continue;
      const words = source.discretion.message(`${refusal.message} ${refusal.remedy}`);
      refused.push(`${source.file}: ${words}`);
    }
  }
  const after = files.map((file): PutBack & { readonly before: SourceText } => {
    const own = parts.filter((part) => part.file === file);
    const textOf = ({ source }: Given) => now.get(source) ?? source.text;
    const back = putBack(file, own, textOf, as, taken);
    if (back !== undefined) return { ...back, before: file };
    refused.push(`${file.file}: The repaired values could not be put back, so nothing is changed.`);
    return { file, parts: own, before: file };
  });
  const repaired = after.flatMap((one) => one.parts);
  const installs = installsOf(repaired);
  const judged = repaired.map(({ about, source }) => {
    const install = installs.find((one) => one[about] === source) ?? {};
    return judgeDocument(about, install, overrides);
  });
  const said = [...notes, ...repaired.flatMap((one) => one.notes)];
  return {
    files: after.map(({ before, file }) => [before, file]),
    applied,
    refused,
    left: [...said, ...judged.flatMap(({ diagnostics }) => diagnostics)],
    isSound:
      refused.length === 0 &&
      judged.every(({ standing }) => standing === 'admitted') &&
      !said.some(({ effect }) => decides(effect)),
  };
}

/** An install's texts as they have become. */
function textsOf(install: Install, now: ReadonlyMap<SourceText, string>): Partial<Documents> {
  const texts: Partial<Record<keyof Documents, string>> = {};
  for (const about of documentNames) {
    const source = install[about];
    const text = source && now.get(source);
    if (text !== undefined) texts[about] = text;
  }
  return texts;
}

/** A policy from the command line decides what is repaired, and never shows in the files. */
function fixUnder(
  documents: Documents,
  files: Install,
  overrides: Overrides,
  options: RepairOptions,
) {
  if (overrides.modes.size === 0) return fixEverything(documents, options);
  const judged = withPolicy(documents, overrides, files.namespace !== undefined);
  const repaired = fixEverything(judged, options);
  const { namespace } = fixEverything(documents).documents;
  return { ...repaired, documents: { values: repaired.documents.values, namespace } };
}
