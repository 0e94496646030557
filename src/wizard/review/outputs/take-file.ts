import { documentNames } from '../../../agent/documents/documents.ts';
import { downloadDocument, downloadText } from '../../files/download.ts';
import { fileText } from '../../hosted/file-texts.ts';
import { announce, wizard } from '../../store.ts';
import { copied } from '../copied.ts';
import { fileNameOf } from '../file-name-of.ts';
import type { OutputFile, TakeRow } from './review-output.ts';

/** Saves a file of an output; one of the user's own, byte for byte, and asks if it is broken. */
export function saveOutput({ name, text }: OutputFile): void {
  const { work } = wizard.getState();
  const own = documentNames.find(
    (document) => work && fileNameOf(work, document) === name && fileText(work, document) === text,
  );
  if (own === undefined) downloadText(name, text);
  else downloadDocument(own, name);
}

/** Saves all files of a row, or says why there are none. */
export function saveRow(row: TakeRow): void {
  const files = row.files();
  if (typeof files === 'string') announce(files);
  else for (const file of files) saveOutput(file);
}

/** Copies a row, or says why there is nothing to copy. */
export async function copyRow(row: TakeRow): Promise<void> {
  const found = row.copy();
  if ('reason' in found) announce(found.reason);
  else await copied(found.text, row.name);
}
