import type { Path } from '../../../yaml/path.ts';
import type { ComponentSettings, ContextPairSettings } from '../settings.ts';
import type { ChangingData } from './changing-data.ts';
import { readFolders, writeFolders } from './folders.ts';
import { readOverride, writeOverride } from './override.ts';

/** Reads what DAG processor, triggerer and each worker have in common. */
export function readComponent(value: unknown, shared: ContextPairSettings): ComponentSettings {
  return { folders: readFolders(value), override: readOverride(value, shared) };
}

/** @param was what was read before any change */
export function writeComponent(
  changing: ChangingData,
  path: Path,
  was: ComponentSettings,
  next: ComponentSettings,
): void {
  writeOverride(changing, path, was.override, next.override);
  writeFolders(changing, path, next.folders);
}
