import { create } from 'zustand';
import { type DocumentName, fileNames } from '../../agent/documents/documents.ts';
import { type ImportProblem, importText } from '../../agent/documents/import-document.ts';
import { shellWord } from '../../handover/commands/shell.ts';
import { isSettingsFile } from '../../share/settings-file.ts';
import { importFile, verdictOf } from '../actions.ts';
import { openText } from '../hosted/open-text.ts';
import { navigate } from '../route.ts';
import { announce, wizard } from '../store.ts';
import { type Trial, trialFrom, tryOut } from './trial.ts';

/** A text that came in, under the name of its file. */
export interface Incoming {
  readonly fileName: string;
  readonly text: string;
}

/** A file that was not opened, and why. */
export interface Refusal {
  readonly fileName: string;
  readonly problem: Pick<ImportProblem, 'message' | 'remedy' | 'range' | 'related'> &
    Partial<Pick<ImportProblem, 'mayBeValues'>>;
  /** Empty where there is no text to be shown. */
  readonly text: string;
}

/** What became of one file. */
export type Taken = Incoming &
  (
    | { readonly became: 'opened'; readonly words: string }
    /** Another one of its kind came first. */
    | { readonly became: 'left'; readonly words: string }
    | { readonly became: 'unreadable'; readonly words: string }
    | { readonly became: 'refused'; readonly refusal: Refusal }
  );

/** What became of the files that came in last. */
export const useTaken = create<{ readonly taken: readonly Taken[] }>()(() => ({ taken: [] }));

export function forgetTaken(): void {
  useTaken.setState({ taken: [] });
}

/**
 * Takes texts that were dropped, chosen or pasted together: one values file and one Namespace
 * manifest, or one file of settings. What cannot be opened beside them is told. Large ones are
 * tried first, one after the other.
 * @param unread files that could not be read, with the reason
 * @param as opens as values what does not look like them, since somebody said so
 */
export async function takeTexts(
  texts: readonly Incoming[],
  unread: readonly Taken[] = [],
  as?: 'values',
): Promise<void> {
  if (texts.length + unread.length === 0) return;
  const fitting: Incoming[] = [];
  const others = [...unread];
  for (const one of texts) {
    // Waiting for nothing would let other things happen in between.
    const trial = one.text.length < trialFrom ? 'fits' : await tryOut(one.fileName, one.text, as);
    if (trial === 'fits') fitting.push(one);
    else others.push({ ...one, became: 'unreadable', words: notTaken[trial] });
  }
  openTexts(fitting, others, as);
}

const notTaken: Readonly<Record<Exclude<Trial, 'fits'>, string>> = {
  slow: 'Not opened: judging it takes longer than two seconds, too long for a page that judges at each letter. The command line takes it: restricted-agent check.',
  cancelled: 'Not opened: you cancelled it.',
};

function openTexts(
  texts: readonly Incoming[],
  unread: readonly Taken[],
  as: 'values' | undefined,
): void {
  const first: { [Kind in DocumentName | 'settings']?: string } = {};
  const notices: string[] = [];
  // A Namespace manifest goes with the values that come with it, not with those before.
  const kinds = texts.map((one) => ({ one, kind: kindOf(one.text, as) }));
  const inOrder = kinds.toSorted(
    (a, b) => Number(a.kind === 'namespace') - Number(b.kind === 'namespace'),
  );
  const taken = inOrder.map(({ one, kind }): Taken => {
    const before = kind && (first[kind] ?? first.settings ?? (kind === 'settings' && first.values));
    if (kind && before) {
      const words = `Not opened: ${before} was opened in its place.${together(kind, before, one)}`;
      return { ...one, became: 'left', words };
    }
    const outcome = importFile(one.text, one.fileName, as);
    if (!outcome.ok) return { ...one, became: 'refused', refusal: outcome };
    if (kind) first[kind] = one.fileName;
    notices.push(...wizard.getState().notices);
    return { ...one, became: 'opened', words: openedWords(outcome.document) };
  });
  if (notices.length > 0) wizard.setState({ notices: [...new Set(notices)] });
  const all = [...taken, ...unread];
  useTaken.setState({ taken: all });
  const opened = all.filter(({ became }) => became === 'opened');
  const { work } = wizard.getState();
  if (all.length > 1 && work) {
    const verdict = opened.length > 0 ? ` ${verdictOf(work.documents)}` : '';
    announce(`Opened ${opened.length} of ${all.length} files.${verdict}`);
  }
  navigate({ step: 'start' });
}

function openedWords(document: DocumentName | undefined): string {
  if (document === undefined) return 'Opened as shared settings.';
  const isHeld = wizard.getState().work?.originals[document].host !== undefined;
  return isHeld ? 'Opened, for the values in it.' : `Opened as ${fileNames[document]}.`;
}

/** How two values files are judged together, which the page does not do. */
function together(kind: DocumentName | 'settings', first: string, left: Incoming): string {
  const isPlain = kind === 'values' && importText(left.text).ok;
  if (!isPlain || wizard.getState().work?.originals.values.host !== undefined) return '';
  const words = ['restricted-agent', 'check', '-f', first, '-f', left.fileName];
  return ` To judge both as Helm merges them, the later over the earlier: ${words.map(shellWord).join(' ')}`;
}

/** Opens a file that was left because of another one. */
export function takeLeft({ fileName, text }: Incoming): void {
  void takeTexts([{ fileName, text }]);
}

/** Opens as values a file that does not look like them. */
export function takeAnyway({ fileName, text }: Incoming): void {
  void takeTexts([{ fileName, text }], [], 'values');
}

function kindOf(text: string, as?: 'values'): DocumentName | 'settings' | undefined {
  if (isSettingsFile(text)) return 'settings';
  const read = openText(text, as);
  return read.ok ? read.document : undefined;
}
