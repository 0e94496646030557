import { type DocumentName, fileNames } from '../../agent/documents/documents.ts';
import type { Work } from '../work.ts';

/** The name of a document's file: the user's own, else the usual one. */
export function fileNameOf({ originals }: Pick<Work, 'originals'>, document: DocumentName): string {
  const { source, fileName } = originals[document];
  return source === 'imported' ? fileName : fileNames[document];
}
