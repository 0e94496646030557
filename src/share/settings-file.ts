import type { Settings } from '../agent/settings/settings.ts';
import { permitted } from './policy.ts';
import { nothing, type Restored, restore, settingsVersion } from './restore.ts';

/** The longest file of settings that is read, in characters. */
export const maxFileLength = 1_048_576;

/**
 * Settings as a file, for when a link would be too long: what differs from the starter, without
 * what is of no harmless form.
 * @param included the ids of what is to go along all the same (`LeftOut`)
 */
export function settingsFile(settings: Settings, included?: ReadonlySet<string>): string {
  const { data } = permitted(settings, included);
  return `${JSON.stringify({ version: settingsVersion, settings: data ?? {} }, null, 2)}\n`;
}

/** The name that a file of settings is downloaded under. */
export const settingsFileName = 'restricted-agent-settings.json';

/** Whether a text says that it is a file of settings; no values file begins like one. */
export function isSettingsFile(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"version"\s*:\s*\d/.test(text);
}

/** Reads a file of settings, whoever made it. Never throws: what is wrong with it is a notice. */
export function readSettingsFile(text: string): Restored {
  if (text.length > maxFileLength) {
    return nothing('too-large', 'The file holds more than any settings need, so it starts afresh.');
  }
  try {
    return restore(JSON.parse(text));
  } catch {
    // Only JSON.parse throws, and its words about offsets help nobody here.
    return nothing('damaged', 'The file is not a file of settings, so it starts afresh.');
  }
}
