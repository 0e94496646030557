import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Arguments, Option } from './command.ts';

export type ParsedArguments =
  | { readonly ok: true; readonly given: Arguments }
  | { readonly ok: false; readonly message: string };

/** Reads the command line of one command; what does not fit is a message. */
export function readArguments(
  words: readonly string[],
  options: readonly Option[],
): ParsedArguments {
  const known: NonNullable<ParseArgsConfig['options']> = {};
  for (const { name, short, value, multiple } of options) {
    known[name] = {
      type: value === undefined ? 'boolean' : 'string',
      ...(short === undefined ? {} : { short }),
      ...(multiple === true ? { multiple } : {}),
    };
  }
  try {
    const config = { args: [...words], options: known, allowPositionals: true, strict: true };
    const { values, positionals } = parseArgs(config);
    return { ok: true, given: argumentsOf(values, positionals) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, message: firstSentence(error.message) };
  }
}

function argumentsOf(
  given: Readonly<Record<string, unknown>>,
  positionals: readonly string[],
): Arguments {
  const values = (option: string): readonly string[] => {
    const value = given[option];
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.filter((one) => typeof one === 'string');
  };
  return {
    positionals,
    has: (option) => given[option] !== undefined,
    value: (option) => values(option).at(-1),
    values,
  };
}

/** Node adds advice on `--` that suits few. */
function firstSentence(message: string): string {
  const sentence = message.split(/\. |\n/)[0] ?? message;
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
