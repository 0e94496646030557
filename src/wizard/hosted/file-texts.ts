import { type DocumentName, fileNames } from '../../agent/documents/documents.ts';
import { keepsValues, linesAbove, withValues } from '../../agent/documents/held-values.ts';
import type { HostFile, Work } from '../work.ts';

/*
 * What the page works on is two documents. The values may stand in a file among other things, such
 * as a HelmRelease: then what is shown as a difference, copied and saved is that file, and lines
 * are counted in it.
 */

type Texts = Pick<Work, 'documents' | 'originals'>;

function held({ base, install }: HostFile) {
  return { text: base, install };
}

/** The file of a document as it is now. */
export function fileText({ documents, originals }: Texts, document: DocumentName): string {
  const { host } = originals[document];
  return host ? withValues(held(host), documents[document]) : documents[document];
}

/** The file of a document as it was opened. */
export function openedText({ originals }: Pick<Work, 'originals'>, document: DocumentName): string {
  const { host, text } = originals[document];
  return host ? host.opened : text;
}

/** Whether the file of a document differs from what was opened. */
export function isFileChanged(work: Texts, document: DocumentName): boolean {
  return fileText(work, document) !== openedText(work, document);
}

/** The name of a document’s file: its own where it holds more than the document. */
export function nameOf({ originals }: Pick<Work, 'originals'>, document: DocumentName): string {
  const { host, fileName } = originals[document];
  return host ? fileName : fileNames[document];
}

const counted = new WeakMap<HostFile, { readonly now: number; readonly opened: number }>();

/** Lines of the file in front of the document, now or as it was opened. */
export function linesBefore(
  { originals }: Pick<Work, 'originals'>,
  document: DocumentName,
  when: 'now' | 'opened' = 'now',
): number {
  const { host } = originals[document];
  if (host === undefined) return 0;
  const known = counted.get(host) ?? {
    now: linesAbove(held(host)),
    opened: linesAbove({ text: host.opened, install: host.install }),
  };
  counted.set(host, known);
  return known[when];
}

/** Whether the file, read by whoever it is for, would hold the values that are in it now. */
export function holdsValues({ documents, originals }: Texts): boolean {
  const { host } = originals.values;
  return host === undefined || keepsValues(held(host), documents.values);
}
