import { setKinds } from '../../sources/set/apply-set.ts';
import type { Arguments } from '../command.ts';
import type { Io } from '../io.ts';
import type { Taking } from '../taking.ts';
import type { ReadLayers } from './read-layers.ts';

/** Reads the values of `-f` and `--set`; undefined where there are none. */
export async function givenLayers(
  given: Arguments,
  taking: Taking,
  io: Io,
): Promise<ReadLayers | undefined> {
  if (!['values', 'into', ...setKinds].some((option) => given.has(option))) return undefined;
  const { readLayers } = await import('./read-layers.ts');
  return readLayers(given, taking, io);
}
