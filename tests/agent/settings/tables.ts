import { readSettings } from '../../../src/agent/settings/lens/read-settings.ts';
import { treesOf, writeSettings } from '../../../src/agent/settings/lens/write-settings.ts';
import type { Settings } from '../../../src/agent/settings/settings.ts';
import { starter } from '../../../src/agent/starter/starter.ts';

/** Reads a values file beside the starter's namespace. */
export function readValues(values: string): Settings {
  return readSettings(treesOf({ ...starter(), values }));
}

/** Reads a values file, changes the settings, and gives the text that comes of it. */
export function edited(values: string, change: (settings: Settings) => void): string {
  const documents = { ...starter(), values };
  const settings = structuredClone(readSettings(treesOf(documents)));
  change(settings);
  const written = writeSettings(documents, settings);
  const refusals = written.refused.map(({ refusal }) => `refused: ${refusal.message}\n`);
  return written.documents.values + refusals.join('');
}
