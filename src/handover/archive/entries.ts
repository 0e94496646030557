import type { HandoverInput } from '../input.ts';
import { outputs } from '../outputs.ts';
import { type Entry, entriesOf } from './entry.ts';
import { readme } from './readme.ts';

/**
 * All that can be handed over, each under its own name, with a README that says what each is, and
 * what there is not and why. Names never meet: the user's files are in a folder of their own.
 */
export function archiveEntries(input: HandoverInput): readonly Entry[] {
  const all = outputs.map((output) => ({ output, made: output.make(input) }));
  return [{ name: 'README.md', text: readme(input, all) }, ...all.flatMap(entriesOf)];
}
