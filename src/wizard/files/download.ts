import { strToU8, zipSync } from 'fflate';
import { type DocumentName, documentNames, fileNames } from '../../agent/documents/documents.ts';
import type { Settings } from '../../agent/settings/settings.ts';
import { settingsFile, settingsFileName } from '../../share/settings-file.ts';
import { announce, wizard } from '../store.ts';

const archiveName = 'restricted-agent.zip';

/** Saves one file, byte for byte as it is. */
export function downloadDocument(name: DocumentName): void {
  const documents = wizard.getState().work?.documents;
  if (!documents) return;
  save(fileNames[name], new Blob([documents[name]], { type: 'application/yaml' }));
  announce(`Downloaded ${fileNames[name]}.`);
}

/** Saves both files as one archive. */
export function downloadBoth(): void {
  const documents = wizard.getState().work?.documents;
  if (!documents) return;
  const files = Object.fromEntries(
    documentNames.map((name) => [fileNames[name], strToU8(documents[name])]),
  );
  save(archiveName, new Blob([zipSync(files)], { type: 'application/zip' }));
  announce(`Downloaded ${archiveName} with both files.`);
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
