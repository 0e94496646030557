import { type DocumentName, documentNames } from '../../agent/documents/documents.ts';
import { isFileChanged } from '../hosted/file-texts.ts';
import type { Work } from '../work.ts';

/** The names of texts that came without a file. */
export const namelessFiles = ['pasted.yaml', 'dropped.yaml'] as const;

/** What work is called: by the file that it began with. */
export function workName({ originals: { values, namespace } }: Pick<Work, 'originals'>): string {
  if (values.source === 'imported') return values.fileName;
  if (namespace.source === 'imported') return namespace.fileName;
  return values.source === 'link' ? 'the shared configuration' : 'the minimal file';
}

/** Whether the work is nowhere else: it was changed, or a text of it was pasted. */
export function isOnlyHere(work: Work, names: readonly DocumentName[] = documentNames): boolean {
  return names.some(
    (name) =>
      isFileChanged(work, name) ||
      namelessFiles.some((fileName) => fileName === work.originals[name].fileName),
  );
}
