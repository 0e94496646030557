/*
 * Commands for a POSIX shell. Every command that is shown or copied is put together here, so that
 * no value of a file can add a word, an option or another command to it.
 */

/** A word whose end the shell takes from the environment: `--from-literal=token="$TOKEN"`. */
export interface VariableWord {
  readonly before: string;
  readonly variable: string;
}

export type Word = string | VariableWord;

/** Words that stay on one line, such as an option and its value. */
export type Chunk = readonly Word[];

const plain = /^[A-Za-z0-9_./:=@%+,-]+$/;

/** One word of a command, quoted if the shell would read it otherwise than as it stands. */
export function shellWord(word: Word): string {
  if (typeof word !== 'string') return `${shellWord(word.before)}"$${word.variable}"`;
  return plain.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** How wide a command gets before it goes on in the next line. */
const width = 84;

/**
 * A command line of one or more commands, each reading what the one before it prints, in lines
 * that end with a backslash where it is long.
 * @param commands the words of each; what stands in place of a name must not begin with a dash
 */
export function shellLines(...commands: readonly (readonly Chunk[])[]): string {
  const chunks = commands.flatMap((words, index) =>
    words.map((chunk, at) => {
      const text = chunk.map(shellWord).join(' ');
      return index > 0 && at === 0 ? `| ${text}` : text;
    }),
  );
  let lines = '';
  let column = 0;
  for (const chunk of chunks) {
    if (column === 0) lines = chunk;
    else if (column + 1 + chunk.length <= width) lines += ` ${chunk}`;
    else {
      lines += ` \\\n  ${chunk}`;
      column = 2 + chunk.length;
      continue;
    }
    column += 1 + chunk.length;
  }
  return lines;
}
