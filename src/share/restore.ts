import { isMapping } from '../agent/documents/plain.ts';
import { type Settings, settingsSchema } from '../agent/settings/settings.ts';
import { acceptedData, Unaccepted } from './accepted-data.ts';
import { defaultSettings } from './default-settings.ts';
import type { Notice } from './notice.ts';

/** The version of the settings' shape that is written now. */
export const settingsVersion = 1;

/** What came in, as far as it could be taken over, and what was adjusted. */
export interface Restored {
  readonly settings: Settings;
  readonly notices: readonly Notice[];
}

/**
 * Settings from outside: from a link, a file or a draft. Never throws. What is missing is as in
 * the starter; what is unknown, invalid or from a later version is left out and named.
 * @param input `{ version, settings }`, the settings being the difference from the starter's
 */
export function restore(input: unknown): Restored {
  const envelope = isMapping(input) ? input : {};
  const version = Object.hasOwn(envelope, 'version') ? envelope.version : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return nothing(
      'unknown-version',
      'These are no settings of this program, so it starts afresh.',
    );
  }
  if (version > settingsVersion) {
    return nothing(
      'newer-version',
      'These settings come from a newer version of this page. Reload the page, or ask for the files instead.',
    );
  }
  const settings = Object.hasOwn(envelope, 'settings') ? envelope.settings : undefined;
  const unaccepted = new Unaccepted();
  const value = acceptedData(settingsSchema, settings, defaultSettings(), [], unaccepted);
  const result = settingsSchema.safeParse(value);
  if (!result.success)
    return nothing('damaged', 'These settings cannot be read, so it starts afresh.');
  return { settings: result.data, notices: unaccepted.notices() };
}

/** The starter's settings, and why nothing was taken over. */
export function nothing(code: Notice['code'], message: string): Restored {
  return { settings: defaultSettings(), notices: [{ code, message }] };
}
