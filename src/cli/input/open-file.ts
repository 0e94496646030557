import type { DocumentName } from '../../agent/documents/documents.ts';
import { importText } from '../../agent/documents/import-document.ts';
import type { Recognition } from '../../sources/recognise.ts';
import { splitText } from '../../sources/split-text.ts';
import { documentView } from '../../sources/views/document-view.ts';
import { encryptedWords } from '../../sources/words.ts';
import { isPartlyReadable, sopsOf } from '../check/encrypted.ts';
import { hostedInstalls } from '../check/hosted-installs.ts';
import type { SourceText } from '../check/source-text.ts';
import { unopened, unreadable } from '../check/unreadable.ts';
import type { Taken } from '../hosted/taken.ts';
import type { Diagnostic } from '../report/report.ts';
import type { Taking } from '../taking.ts';

/** Values or a Namespace manifest: a file, or a part of one. */
export interface Given {
  readonly about: DocumentName;
  readonly source: SourceText;
  /** The file that the text is, or is a part of. */
  readonly file: SourceText;
  /** Of values in a host: what the host calls the install, and where Helm installs it. */
  readonly install?: { readonly name: string | undefined; readonly namespace: string | undefined };
  /** Of values in a host: what there is to say besides. */
  readonly notes: readonly Diagnostic[];
}

/** What a file holds that is the agent's. */
export interface OpenedFile {
  readonly parts: readonly Given[];
  /** Of installs that cannot be judged. */
  readonly notes: readonly Diagnostic[];
  readonly problems: readonly Diagnostic[];
  /** What the whole was taken for, where it was nothing of the agent's. */
  readonly found?: Recognition;
}

/** Opens a file for what it is by its content: values, a Namespace, or a host of installs. */
export function openFile(file: SourceText, as: Taking['as'], taken?: Taken): OpenedFile {
  // As a layer of an install it is not by itself anything.
  if (taken?.hasFile(file.file) === true) return nothing;
  const read = importText(file.text, { as });
  if (read.ok) {
    const own = { about: read.document, source: file, file, notes: [] };
    return { parts: [own], notes: [], problems: [] };
  }
  const { found } = read;
  if (found.kind === 'encrypted' && mayBeEdited(file) && isPartlyReadable(file)) {
    const own = { about: 'values', source: file, file, notes: [] } as const;
    return { parts: [own], notes: [], problems: [] };
  }
  if (found.kind === 'host') {
    return mayBeEdited(file) ? openHostIn(file, file, found, taken) : encrypted(file);
  }
  const isTouched = taken?.touches(file.file) === true;
  if (found.kind === 'documents' && !found.parts.some(isValuesFile)) {
    if (isTouched || found.parts.some(isHost)) return joined(documentsOf(file, found, taken));
  }
  if (isTouched && (found.kind === 'object' || found.kind === 'other-release')) return nothing;
  return { parts: [], notes: [], problems: [unopened(file, read.problem)], found };
}

const nothing: OpenedFile = { parts: [], notes: [], problems: [] };

type Part = Found<'documents'>['parts'][number];

function isHost({ recognition }: Part): boolean {
  return recognition.kind === 'host';
}

/** Values of Helm's own command line, of which a file has one document. */
function isValuesFile({ recognition }: Part): boolean {
  return (
    recognition.kind === 'values' ||
    (recognition.kind === 'host' && recognition.host.kind === 'umbrella')
  );
}

type Found<Kind extends Recognition['kind']> = Extract<Recognition, { kind: Kind }>;

function documentsOf(
  file: SourceText,
  { parts }: Found<'documents'>,
  taken: Taken | undefined,
): readonly OpenedFile[] {
  const texts = new Map(splitText(file.text).map(({ offset, text }) => [offset, text]));
  return parts.map(({ offset, recognition }): OpenedFile => {
    const source = file.inner(documentView(file.text, offset, texts.get(offset) ?? ''));
    if (recognition.kind === 'host') {
      return sopsOf(source) === undefined
        ? openHostIn(file, source, recognition, taken)
        : encrypted(source);
    }
    if (recognition.kind === 'namespace') {
      const part = { about: 'namespace', source, file, notes: [] } as const;
      return { parts: [part], notes: [], problems: [] };
    }
    const isOther = recognition.kind === 'object' || recognition.kind === 'other-release';
    if (isOther || recognition.kind === 'nothing') return { parts: [], notes: [], problems: [] };
    const read = importText(source.text);
    return { parts: [], notes: [], problems: read.ok ? [] : [unopened(source, read.problem)] };
  });
}

/** Whether SOPS leaves a document its MAC when what is plain in it changes. */
function mayBeEdited(text: SourceText): boolean {
  return sopsOf(text)?.macOnlyEncrypted !== false;
}

function encrypted(text: SourceText): OpenedFile {
  const range = sopsOf(text)?.range ?? { offset: 0, length: 0 };
  return { parts: [], notes: [], problems: [unreadable(text, { ...encryptedWords, range })] };
}

function openHostIn(
  file: SourceText,
  text: SourceText,
  { host }: Found<'host'>,
  taken: Taken | undefined,
): OpenedFile {
  return joined(
    hostedInstalls(text, host, { taken }).map(({ values, problems, notes, name, namespace }) =>
      values === undefined
        ? { parts: [], notes, problems }
        : {
            parts: [{ about: 'values', source: values, file, install: { name, namespace }, notes }],
            notes: [],
            problems,
          },
    ),
  );
}

function joined(files: readonly OpenedFile[]): OpenedFile {
  return {
    parts: files.flatMap(({ parts }) => parts),
    notes: files.flatMap(({ notes }) => notes),
    problems: files.flatMap(({ problems }) => problems),
  };
}
