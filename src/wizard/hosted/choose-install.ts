import { adoptNamespace } from '../../agent/settings/lens/adopt-namespace.ts';
import { announce, openWork, settle, wizard } from '../store.ts';
import type { Work } from '../work.ts';
import { fileText, holdsValues } from './file-texts.ts';
import { otherValues } from './open-text.ts';

/**
 * Goes on with another install of the same file. What was done to the one before stays in the file;
 * undo begins anew.
 * @param install its place among those of the file, from 0
 */
export function chooseInstall(install: number): void {
  settle();
  const { work, draftId } = wizard.getState();
  const { host, ...values } = work?.originals.values ?? {};
  if (!work || host === undefined || host.install === install) return;
  const file = { opened: host.opened, base: fileText(work, 'values'), install };
  const texts = holdsValues(work) ? otherValues(file) : undefined;
  if (texts === undefined) {
    announce(
      'Not changed: the values cannot be put back into the file as they are. Correct them first.',
    );
    return;
  }
  const documents = { ...work.documents, values: texts.now };
  const isOwn = work.originals.namespace.source === 'imported';
  const adopted = isOwn ? documents : adoptNamespace(documents);
  const { fileName } = work.originals.values;
  const opened: Work = {
    documents: adopted,
    originals: {
      values: { ...work.originals.values, ...values, text: texts.opened, host: file },
      namespace: isOwn
        ? work.originals.namespace
        : { ...work.originals.namespace, text: adopted.namespace },
    },
  };
  openWork(opened, { name: fileName, draftId, announcement: 'Opened the other install.' });
}
