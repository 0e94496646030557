import { fixById, fixByIds } from '../agent/assess/fix.ts';
import { fixEverything } from '../agent/assess/fix-everything.ts';
import { verdictSentence } from '../agent/assess/verdict-sentence.ts';
import type { DocumentName, Documents } from '../agent/documents/documents.ts';
import type { ImportProblem } from '../agent/documents/import-document.ts';
import { adoptNamespace } from '../agent/settings/lens/adopt-namespace.ts';
import { writeSetting } from '../agent/settings/lens/write-setting.ts';
import { writeSettings } from '../agent/settings/lens/write-settings.ts';
import type { SettingId } from '../agent/settings/setting-id.ts';
import type { Settings } from '../agent/settings/settings.ts';
import { starter } from '../agent/starter/starter.ts';
import type { Restored } from '../share/restore.ts';
import { isSettingsFile, readSettingsFile } from '../share/settings-file.ts';
import { assessmentOf } from './assessment-of.ts';
import { beginDraft, parkWork } from './drafts/park.ts';
import { summaryOf } from './fixed/fix-summary.ts';
import { nameOf } from './hosted/file-texts.ts';
import { openText } from './hosted/open-text.ts';
import { showForm } from './main-view.ts';
import { currentRoute } from './route.ts';
import { settleSoon } from './settle-soon.ts';
import { commit, openWork, type Step, settle, wizard } from './store.ts';
import type { Original, Work } from './work.ts';

/*
 * What somebody can do, each as one undoable step, save to open something: there undo begins anew,
 * and what was open goes among the earlier drafts. Every action ends in new documents; what the
 * page shows is derived from those.
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
  const notices = parkWork();
  openWork(
    { documents: starter(), originals: starterOriginals('starter') },
    {
      name: 'the minimal file',
      announcement: 'Opened the minimal file.',
      draftId: beginDraft(),
      notices,
    },
  );
}

/** Opens the starter with settings from a share link or a file, and says what was adjusted. */
export function openRestored({ settings, notices }: Restored): void {
  const parked = parkWork();
  const { documents, refused } = writeSettings(starter(), settings);
  openWork(
    { documents, originals: starterOriginals('link') },
    {
      name: 'the shared configuration',
      announcement: 'Opened the shared configuration.',
      refused,
      draftId: beginDraft(),
      notices: [...notices.map(({ message }) => message), ...parked],
    },
  );
}

export type ImportOutcome =
  /** With the document that it was opened as; a file of settings is neither. */
  | { readonly ok: true; readonly document?: DocumentName }
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
  const read = openText(text, as);
  if (!read.ok) return { ok: false, fileName, problem: read.problem, text };
  const present = wizard.getState().work;
  const base: Work = present ?? { documents: starter(), originals: starterOriginals('starter') };
  const held = 'host' in read ? read : undefined;
  const original: Original = {
    source: 'imported',
    fileName,
    text: read.text,
    ...(held ? { host: held.host } : {}),
  };
  const originals = { ...base.originals, [read.document]: original };
  const imported: Documents = { ...base.documents, [read.document]: read.text };
  // A values file names its namespace; the manifest follows unless the user brought one, too.
  const isAdopted = read.document === 'values' && originals.namespace.source !== 'imported';
  const documents = isAdopted ? adoptNamespace(imported, held?.install.namespace) : imported;
  const isOurs = isAdopted && base.documents.namespace === base.originals.namespace.text;
  // A manifest that nobody has touched is opened under the name that it takes over.
  const namespace = { ...originals.namespace, text: documents.namespace };
  const goesOn = read.document === 'namespace' || isUntouchedStarter(base);
  const notices = parkWork([read.document], goesOn);
  const answers = goesOn && base.answers ? { answers: base.answers } : {};
  openWork(
    { documents, originals: isOurs ? { ...originals, namespace } : originals, ...answers },
    {
      name: fileName,
      announcement: `Opened ${fileName}. ${verdictOf(documents)}`,
      draftId: goesOn ? wizard.getState().draftId : beginDraft(),
      notices,
    },
  );
  return { ok: true, document: read.document };
}

/** What would become of the pods, in the words of the verdict bar. */
export function verdictOf(documents: Documents): string {
  const result = assessmentOf(documents);
  if (!result.ok) return '';
  const { before, policy, after } = verdictSentence(result.assessment);
  return `${before} ${policy}${after}.`;
}

/** Whether the values are still those of the starter: a file in their place begins no other work. */
function isUntouchedStarter({ documents, originals }: Work): boolean {
  return originals.values.source === 'starter' && documents.values === originals.values.text;
}

interface SettingChange {
  readonly id: SettingId;
  readonly value: unknown;
  readonly title: string;
  /** Joins the letters typed into one field. */
  readonly mergeKey?: string | undefined;
  /** What the page says of it, with the way back. */
  readonly told?: string | undefined;
}

/**
 * Writes one setting into the documents.
 * @param settings what the documents say
 */
export function changeSetting(
  settings: Settings,
  { id, value, title, mergeKey, told }: SettingChange,
): void {
  const { work } = wizard.getState();
  if (!work) return;
  const { documents, refused } = writeSetting(work.documents, settings, id, value);
  changeDocuments(documents, {
    title,
    refused,
    ...(mergeKey === undefined ? {} : { mergeKey }),
    ...(told === undefined ? {} : { told, announcement: told }),
  });
}

/** Makes new documents the present ones, keeping what was imported. */
export function changeDocuments(documents: Documents, step: Step): void {
  if (!step.unsettled) settle();
  const { work } = wizard.getState();
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
  const { work } = wizard.getState();
  if (!work || work.documents[document] === text) return;
  const name = nameOf(work, document);
  changeDocuments(
    { ...work.documents, [document]: text },
    {
      title: `edit ${name}`,
      mergeKey: `edit ${document}`,
      pause: 1000,
      unsettled: true,
    },
  );
  settleSoon();
}

/** Takes all changes back, as one step that can be undone like any other. */
export function backToOpened(): void {
  const { work } = wizard.getState();
  if (!work) return;
  const { values, namespace } = work.originals;
  const { host } = values;
  // What was done to other installs of the file stays.
  const isPart = host !== undefined && host.base !== host.opened;
  const told = isPart
    ? `The values of this install are as they were opened.`
    : `Back to ${values.fileName} as it was opened.`;
  changeDocuments(
    { values: values.text, namespace: namespace.text },
    { title: `go back to ${values.fileName} as it was opened`, told, announcement: told },
  );
}

/** Repairs the problem of an id, as the present texts have it. */
export function fixProblem(id: string): void {
  const { work } = wizard.getState();
  if (!work) return;
  const outcome = fixById(work.documents, id);
  if (outcome.state === 'made') {
    const { title, documents } = outcome;
    changeDocuments(documents, { title, announcement: `Done: ${title}` });
    return;
  }
  const refused = outcome.state === 'refused' ? outcome.refused : [];
  const why = outcome.state === 'refused' ? outcome.title : notDone[outcome.state];
  const announcement = `Not done: ${why}`;
  changeDocuments(work.documents, { title: 'fix a problem', announcement, refused });
}

/** Repairs problems that are alike, as one step. */
export function fixProblems(ids: readonly string[], title: string): void {
  const { work } = wizard.getState();
  if (!work) return;
  const { documents, refused } = fixByIds(work.documents, new Set(ids));
  changeDocuments(documents, { title, announcement: `Done: ${title}`, refused });
}

const notDone = {
  gone: 'the text has changed, and no longer has this problem.',
  unreadable: 'the text cannot be read. Correct it first.',
} as const;

/** Applies every fix of what Kubernetes would reject or warn of and of what would fail. */
export function fixAll(): void {
  const { work } = wizard.getState();
  if (!work) return;
  const outcome = fixEverything(work.documents);
  const { documents, repaired, refused } = outcome;
  const summary =
    repaired.length > 0 ? summaryOf(currentRoute().step, work.documents, outcome) : undefined;
  // The summary takes the focus and is read with it; only what has none needs to be told.
  const told = summary ? { summary } : { announcement: 'Nothing could be changed.' };
  showForm();
  changeDocuments(documents, { title: 'fix everything', refused, ...told });
}
