/*
 * What Review offers to take away, as data: the tabs, the list beside the changes and the archive
 * all read this list, and none of them knows what an output is about.
 */

/** A text that is shown, copied and saved as it is. */
export interface OutputFile {
  readonly name: string;
  /** What it is, in a few words: `5 steps, any POSIX shell`. */
  readonly says: string;
  readonly text: string;
}

/** One thing to run, with what it is for. */
export interface OutputStep {
  readonly title: string;
  readonly says: string;
  readonly command: string;
}

/** What an output comes to, or why there is none. */
export type MadeOutput =
  | {
      readonly ok: true;
      readonly files: readonly OutputFile[];
      /** Where the file is a sequence of commands: each of them, and all as they are pasted. */
      readonly steps?: { readonly each: readonly OutputStep[]; readonly all: string };
      /** What to know when it is used; in Markdown, of which only code spans are used. */
      readonly note?: string;
    }
  | {
      readonly ok: false;
      /** What is wrong and what to do. */
      readonly reason: string;
      /** The field that has to be filled in otherwise. */
      readonly field?: string;
    };

/** What a person may fill in; the value of a field that several outputs have holds for all. */
export interface OutputField {
  readonly id: string;
  readonly label: string;
  /** What was filled in, else what is usual. */
  readonly value: string;
  readonly placeholder?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Why the value cannot be used, with what can. */
  readonly complaint?: string;
}

export interface ReviewOutput {
  readonly id: string;
  /** Outputs of one group stand together, in the order of the list. */
  readonly group: string;
  readonly title: string;
  /** The line beneath the title. */
  readonly kind: string;
  readonly fields: readonly OutputField[];
  readonly make: () => MadeOutput;
}

/** The whole of what there is to take away. */
export interface ReviewOutputs {
  readonly list: readonly ReviewOutput[];
  /** Everything as one file. */
  readonly archive: {
    readonly name: string;
    readonly says: string;
    readonly bytes: () => Uint8Array<ArrayBuffer>;
  };
}

/** Outputs by their groups, both in the order of the list. */
export function inGroups(
  list: readonly ReviewOutput[],
): readonly { readonly group: string; readonly outputs: readonly ReviewOutput[] }[] {
  const groups = new Map<string, ReviewOutput[]>();
  for (const output of list)
    groups.set(output.group, [...(groups.get(output.group) ?? []), output]);
  return [...groups].map(([group, outputs]) => ({ group, outputs }));
}

export type Copied = { readonly text: string } | { readonly reason: string };

/** A row of *Take it with you*: one file of several, or an output as a whole. */
export interface TakeRow {
  readonly id: string;
  /** The tab that it leads to. */
  readonly output: string;
  readonly name: string;
  /** Whether its name is that of a file. */
  readonly isFile: boolean;
  readonly kind: string;
  /** The texts as they are when asked for, or why there are none. */
  readonly files: () => readonly OutputFile[] | string;
  /** What is copied of it, or why there is nothing. */
  readonly copy: () => Copied;
}

/**
 * The rows to take one by one: the user's own files each, everything else as an output.
 * @param ownFiles the output whose files are the user's
 */
export function takeRows(list: readonly ReviewOutput[], ownFiles = 'files'): readonly TakeRow[] {
  return list.flatMap((output): readonly TakeRow[] => {
    const { id, title, kind, make } = output;
    const files = () => {
      const made = make();
      return made.ok ? made.files : made.reason;
    };
    const copy = () => copyOf(make());
    if (id !== ownFiles) {
      return [{ id, output: id, name: title, isFile: false, kind, files, copy }];
    }
    const made = make();
    if (!made.ok) return [];
    return made.files.map((file) => ({
      id: `${id} ${file.name}`,
      output: id,
      name: file.name,
      isFile: true,
      kind: '',
      files: () => [file],
      copy: () => ({ text: file.text }),
    }));
  });
}

/** Commands as they are pasted; else the texts, one after the other. */
function copyOf(made: MadeOutput): Copied {
  if (!made.ok) return { reason: made.reason };
  return { text: made.steps?.all ?? made.files.map(({ text }) => text).join('\n') };
}

/** `2.1 kB` of a text as it is saved. */
export function sizeWords(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
}
