import { strToU8, zipSync } from 'fflate';
import { type DocumentName, documentNames } from '../../agent/documents/documents.ts';
import type { Settings } from '../../agent/settings/settings.ts';
import { settingsFile, settingsFileName } from '../../share/settings-file.ts';
import { fileText, nameOf } from '../hosted/file-texts.ts';
import { announce, wizard } from '../store.ts';
import { orAskFirst } from './broken-download.ts';

const archiveName = 'restricted-agent.zip';

/** Saves one file, byte for byte as it is; asks first if it cannot be read. */
export function downloadDocument(name: DocumentName, as?: string): void {
  orAskFirst([name], () => {
    const { work } = wizard.getState();
    if (!work) return;
    const fileName = as ?? nameOf(work, name);
    save(fileName, new Blob([fileText(work, name)], { type: 'application/yaml' }));
    announce(`Downloaded ${fileName}.`);
  });
}

/** Saves both files as one archive; asks first if one of them cannot be read. */
export function downloadBoth(): void {
  orAskFirst(documentNames, () => {
    const { work } = wizard.getState();
    if (!work) return;
    const files = Object.fromEntries(
      documentNames.map((name) => [nameOf(work, name), strToU8(fileText(work, name))]),
    );
    save(archiveName, new Blob([zipSync(files)], { type: 'application/zip' }));
    announce(`Downloaded ${archiveName} with both files.`);
  });
}

/** Saves an archive that was made of texts; asks first if one of the documents cannot be read. */
export function downloadArchive(name: string, bytes: () => Uint8Array<ArrayBuffer>): void {
  orAskFirst(documentNames, () => {
    save(name, new Blob([bytes()], { type: 'application/zip' }));
    announce(`Downloaded ${name}.`);
  });
}

/** Saves a text that was made of the documents. */
export function downloadText(fileName: string, text: string): void {
  save(fileName, new Blob([text], { type: 'text/plain' }));
  announce(`Downloaded ${fileName}.`);
}

/**
 * Saves settings as a file that Start opens again.
 * @param included the ids of what goes along though it may be a credential
 */
export function downloadSettings(settings: Settings, included: ReadonlySet<string>): void {
  const content = settingsFile(settings, included);
  save(settingsFileName, new Blob([content], { type: 'application/json' }));
  announce(`Downloaded ${settingsFileName}.`);
}

/** Saves a text under a name. */
export function saveText(fileName: string, text: string): void {
  save(fileName, new Blob([text], { type: 'application/json' }));
}

function save(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold on the content once it has begun.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
