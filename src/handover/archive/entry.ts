import type { Made, Output } from '../output.ts';

/** A file of the archive. */
export interface Entry {
  /** With slashes; its first step is a folder of ours, or the name is one of ours. */
  readonly name: string;
  readonly text: string;
}

/** An output with what it comes to. */
export interface MadeOutput {
  readonly output: Output;
  readonly made: Made;
}

/** Where a file of an output stands in the archive. */
export function entryName({ folder }: Output, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The files of one output, under its folder; none if there is no such output. */
export function entriesOf({ output, made }: MadeOutput): readonly Entry[] {
  if (!made.ok) return [];
  return made.files.map(({ name, text }) => ({ name: entryName(output, name), text }));
}
