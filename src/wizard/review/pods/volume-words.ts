import type { Volume } from '../../../agent/chart/volumes.ts';
import { textOf, valueAt } from '../../../agent/documents/plain.ts';
import type { Medium } from './parts.ts';

const filesOnly: ReadonlySet<string> = new Set(['configMap', 'secret', 'projected', 'downwardAPI']);

/** What a volume is on. */
export function mediumOf({ kind, source }: Volume): Medium {
  if (filesOnly.has(kind)) return 'files';
  const medium = kind === 'emptyDir' ? textOf(valueAt(source, 'medium')) : '';
  return medium === '' ? 'disk' : 'memory';
}

/** A volume in a few words: `emptyDir, 1Gi`, `emptyDir in memory`, `configMap`. */
export function volumeWords(volume: Volume): string {
  const { kind, source } = volume;
  if (kind === 'persistentVolumeClaim') return `claim ${textOf(valueAt(source, 'claimName'))}`;
  if (kind === 'unknown') return 'unknown source';
  if (kind !== 'emptyDir') return kind;
  const inMemory = mediumOf(volume) === 'memory';
  const limit = textOf(valueAt(source, 'sizeLimit'));
  const where = inMemory ? 'emptyDir in memory' : 'emptyDir';
  if (limit !== '') return `${where}, ${limit}`;
  return inMemory ? where : `${where}, no limit`;
}
