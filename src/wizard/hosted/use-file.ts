import { type DocumentName, fileNames } from '../../agent/documents/documents.ts';
import { useWizard } from '../use-wizard.ts';
import { linesBefore, nameOf } from './file-texts.ts';

/** How a document is called, and where its lines are in its file. */
export interface FileOf {
  readonly name: string;
  /** Lines of the file in front of the document. */
  readonly before: number;
}

/** The files of both documents, for what names a file or a line of one. */
export function useFiles(): (document: DocumentName) => FileOf {
  const originals = useWizard((state) => state.settled?.originals);
  return (document) =>
    originals
      ? { name: nameOf({ originals }, document), before: linesBefore({ originals }, document) }
      : { name: fileNames[document], before: 0 };
}
