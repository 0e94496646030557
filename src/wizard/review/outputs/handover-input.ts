import type { Assessment } from '../../../agent/assess/assessment.ts';
import { documentNames } from '../../../agent/documents/documents.ts';
import type { Fields } from '../../../handover/field-id.ts';
import type { ChangedFile, HandoverInput } from '../../../handover/input.ts';
import { fileText, isFileChanged, openedText } from '../../hosted/file-texts.ts';
import type { Present } from '../../present.ts';
import { fileNameOf } from '../file-name-of.ts';

/**
 * What the outputs are made of: the texts as they are, under the user's own names. A text that
 * nobody brought is a new file, for which there is nothing before.
 * @param imported the files as they were opened, judged; undefined if nothing has changed since
 * @param fields what was filled in
 */
export function handoverInput(
  { work, assessment, unread }: Present,
  imported: Assessment | undefined,
  fields: Fields,
): HandoverInput {
  const { originals } = work;
  const files = documentNames.map((document): ChangedFile => {
    const { source } = originals[document];
    return {
      name: fileNameOf(work, document),
      document,
      ...(source === 'imported' ? { before: openedText(work, document) } : {}),
      after: fileText(work, document),
    };
  });
  const now =
    unread.length > 0
      ? ({ ok: false, problems: unread } as const)
      : ({ ok: true, assessment } as const);
  const isAsOpened = !documentNames.some((name) => isFileChanged(work, name));
  const before = isAsOpened ? now : imported && ({ ok: true, assessment: imported } as const);
  return {
    files,
    ...(originals.values.source === 'imported' && before !== undefined ? { before } : {}),
    now,
    fields,
    isHosted: originals.values.host !== undefined,
  };
}
