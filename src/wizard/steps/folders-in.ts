import { get } from 'react-hook-form';
import type { ComponentId } from '../../agent/settings/setting-id.ts';
import type { ComponentSettings, FolderSettings, Settings } from '../../agent/settings/settings.ts';

/** A component's settings by its field: `components.workers.0`. */
export function componentIn(
  settings: Settings | undefined,
  base: ComponentId,
): ComponentSettings | undefined {
  return settings && get(settings, base);
}

export function foldersIn(
  settings: Settings | undefined,
  base: ComponentId,
): readonly FolderSettings[] {
  return componentIn(settings, base)?.folders ?? [];
}
