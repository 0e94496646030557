import { applyFix } from '../agent/assess/fix.ts';
import { fixEverything } from '../agent/assess/fix-everything.ts';
import { type DocumentName, type Documents, fileNames } from '../agent/documents/documents.ts';
import { type ImportProblem, importText } from '../agent/documents/import-document.ts';
import type { Problem } from '../agent/rules/finding.ts';
import { adoptNamespace } from '../agent/settings/lens/adopt-namespace.ts';
import { writeSettings } from '../agent/settings/lens/write-settings.ts';
import type { Settings } from '../agent/settings/settings.ts';
import { starter } from '../agent/starter/starter.ts';
import type { Restored } from '../share/restore.ts';
import { isSettingsFile, readSettingsFile } from '../share/settings-file.ts';
import { settleSoon } from './settle-soon.ts';
import { commit, type Step, settle, useWizard } from './store.ts';
import type { Original, Work } from './work.ts';

/*
 * What somebody can do, each as one undoable step. Every action ends in new documents;
 * what the page shows is derived from those.
 */

function starterOriginals(source: Original['source']): Work['originals'] {
  const { values, namespace } = starter();
  return {
    values: { source, fileName: 'values.yaml', text: values },
    namespace: { source, fileName: 'namespace.yaml', text: namespace },
  };
}

/** Begins with the built-in minimal file. */
export function openStarter(): void {
  commit(
    { documents: starter(), originals: starterOriginals('starter') },
    {
      title: 'start from a minimal file',
      announcement: 'Opened the minimal file.',
    },
  );
}

/** Opens the starter with settings from a share link or a file, and says what was adjusted. */
export function openRestored({ settings, notices }: Restored): void {
  const { documents, refused } = writeSettings(starter(), settings);
  commit(
    { documents, originals: starterOriginals('link') },
    {
      title: 'open a shared configuration',
      announcement: 'Opened the shared configuration.',
      refused,
    },
  );
  useWizard.setState({ notices: notices.map(({ message }) => message) });
}

/** Puts back a draft or an earlier session's work. */
export function restoreWork(work: Work, title: string): void {
  commit(work, { title, announcement: 'Your earlier work is back.' });
}

export type ImportOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly fileName: string;
      readonly problem: ImportProblem;
      readonly text: string;
    };

/**
 * Opens a text as values.yaml, as the Namespace manifest, or as a file of shared settings.
 * Refused: what was open stays.
 * @param as opens as values what does not look like them, since somebody said so
 */
export function importFile(text: string, fileName: string, as?: 'values'): ImportOutcome {
  if (isSettingsFile(text)) {
    openRestored(readSettingsFile(text));
    return { ok: true };
  }
  const read = importText(text, { as });
  if (!read.ok) return { ok: false, fileName, problem: read.problem, text };
  const present = useWizard.getState().work;
  const base = present ?? { documents: starter(), originals: starterOriginals('starter') };
  const original: Original = { source: 'imported', fileName, text };
  const originals = { ...base.originals, [read.document]: original };
  const imported: Documents = { ...base.documents, [read.document]: text };
  // A values file names its namespace; the manifest follows unless the user brought one, too.
  const isAdopted = read.document === 'values' && originals.namespace.source !== 'imported';
  const documents = isAdopted ? adoptNamespace(imported) : imported;
  const isOurs = isAdopted && base.documents.namespace === base.originals.namespace.text;
  // A manifest that nobody has touched is opened under the name that it takes over.
  const namespace = { ...originals.namespace, text: documents.namespace };
  commit(
    { documents, originals: isOurs ? { ...originals, namespace } : originals },
    {
      title: `import ${fileName}`,
      announcement: `Opened ${fileName}.`,
    },
  );
  return { ok: true };
}

/** Writes settings into the documents. `mergeKey` joins the letters typed into one field. */
export function changeSettings(next: Settings, title: string, mergeKey?: string): void {
  const { work } = useWizard.getState();
  if (!work) return;
  const { documents, refused } = writeSettings(work.documents, next);
  changeDocuments(documents, { title, refused, ...(mergeKey === undefined ? {} : { mergeKey }) });
}

/** Makes new documents the present ones, keeping what was imported. */
export function changeDocuments(documents: Documents, step: Step): void {
  if (!step.unsettled) settle();
  const { work } = useWizard.getState();
  if (!work) return;
  const same =
    documents.values === work.documents.values && documents.namespace === work.documents.namespace;
  commit(same ? work : { ...work, documents }, step);
}

/**
 * Takes a text that somebody edited by hand, as it is. What is typed in one go is one step. What
 * derives from it follows when the letter has been painted.
 */
export function editDocument(document: DocumentName, text: string): void {
  const { work } = useWizard.getState();
  if (!work || work.documents[document] === text) return;
  changeDocuments(
    { ...work.documents, [document]: text },
    { title: `edit ${fileNames[document]}`, mergeKey: `edit ${document}`, unsettled: true },
  );
  settleSoon();
}

/** Applies one problem's fix. */
export function fixProblem(problem: Problem): void {
  const { work } = useWizard.getState();
  if (!work || !problem.fix) return;
  const { documents, refused } = applyFix(work.documents, problem.fix);
  const made = refused.length === 0;
  changeDocuments(documents, {
    title: problem.fix.title,
    announcement: made ? `Done: ${problem.fix.title}` : `Not done: ${problem.fix.title}`,
    refused,
  });
}

/** Applies every fix of what Kubernetes would reject or warn of and of what would fail. */
export function fixAll(): void {
  const { work } = useWizard.getState();
  if (!work) return;
  const { documents, applied, left, refused } = fixEverything(work.documents);
  const fixed = `Fixed ${applied} ${applied === 1 ? 'problem' : 'problems'}.`;
  changeDocuments(documents, {
    title: 'fix everything',
    announcement:
      left.length === 0 ? fixed : `${fixed} ${left.length} left that only a person can decide.`,
    refused,
  });
}
