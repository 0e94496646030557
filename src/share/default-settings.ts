import { readSettings } from '../agent/settings/lens/read-settings.ts';
import { treesOf } from '../agent/settings/lens/write-settings.ts';
import type { Settings } from '../agent/settings/settings.ts';
import { starter } from '../agent/starter/starter.ts';

let known: Settings | undefined;

/** The settings of the starter, which links and files of settings are told apart from. */
export function defaultSettings(): Settings {
  known ??= readSettings(treesOf(starter()));
  return known;
}
