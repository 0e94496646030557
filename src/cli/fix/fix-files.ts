import { fixEverything } from '../../agent/assess/fix-everything.ts';
import {
  type DocumentName,
  type Documents,
  documentNames,
} from '../../agent/documents/documents.ts';
import { documentsOf, judgeDocument, withPolicy } from '../check/judge-values.ts';
import type { Overrides } from '../check/overrides.ts';
import { SourceText } from '../check/source-text.ts';
import type { Given } from '../input/read-own-files.ts';
import type { Diagnostic } from '../report/report.ts';
import { type Install, installsOf } from './installs.ts';

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

/** Fix everything of the wizard, on each values file with the Namespace that it is in. */
export function fixFiles(given: readonly Given[], overrides: Overrides): FixedFiles {
  const now = new Map(given.map(({ source }) => [source, source]));
  const installs = installsOf(given);
  const refused: string[] = [];
  let applied = 0;
  for (const install of installs) {
    const files = asNow(install, now);
    const repaired = fixUnder(documentsOf(files), files, overrides);
    applied += repaired.applied;
    for (const about of documentNames) {
      const source = install[about];
      if (source !== undefined) {
        now.set(source, new SourceText(source.file, repaired.documents[about]));
      }
    }
    for (const { document, refusal } of repaired.refused) {
      const source = install[document];
      if (source === undefined) continue;
      const words = source.discretion.message(`${refusal.message} ${refusal.remedy}`);
      refused.push(`${source.file}: ${words}`);
    }
  }
  const judged = given.map(({ about, source }) => {
    const install = installs.find((one) => one[about] === source) ?? {};
    return judgeDocument(about, asNow(install, now), overrides);
  });
  return {
    files: [...now],
    applied,
    refused,
    left: judged.flatMap(({ diagnostics }) => diagnostics),
    isSound: refused.length === 0 && judged.every(({ standing }) => standing === 'admitted'),
  };
}

function asNow(install: Install, now: ReadonlyMap<SourceText, SourceText>): Install {
  const files: Partial<Record<DocumentName, SourceText>> = {};
  for (const about of documentNames) {
    const source = install[about];
    const file = source && now.get(source);
    if (file !== undefined) files[about] = file;
  }
  return files;
}

/** A policy from the command line decides what is repaired, and never shows in the files. */
function fixUnder(documents: Documents, files: Install, overrides: Overrides) {
  if (overrides.modes.size === 0) return fixEverything(documents);
  const judged = withPolicy(documents, overrides, files.namespace !== undefined);
  const repaired = fixEverything(judged);
  const { namespace } = fixEverything(documents).documents;
  return { ...repaired, documents: { values: repaired.documents.values, namespace } };
}
