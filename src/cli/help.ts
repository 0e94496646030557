import type { Command, Option } from './command.ts';

/** The name that the package installs. */
export const program = 'restricted-agent';

const common: readonly Option[] = [
  { name: 'help', short: 'h', help: 'show this help' },
  { name: 'version', help: 'show the version' },
];

/** The help of the program as a whole, with its commands in their order. */
export function generalHelp(commands: readonly Command[]): string {
  return [
    `Usage: ${program} COMMAND [OPTION...]`,
    '',
    'Makes an Astro Remote Execution Agent installable in a namespace that enforces the restricted',
    'Pod Security Standard, and says offline what Pod Security admission would say.',
    '',
    'Commands:',
    ...table(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...table(common.map(optionRow)),
    '',
    'Exit codes:',
    ...table([
      ['0', 'everything was read and is admitted'],
      ['1', 'something is rejected, will fail, or cannot be judged'],
      ['2', 'something could not be read or written, or the command line makes no sense'],
    ]),
    '',
    `${program} COMMAND --help shows the options of a command, with examples.`,
    '',
  ].join('\n');
}

/** The help of one command. */
export function helpOf({ name, usage, description, options, examples }: Command): string {
  const calls = examples.map(([command, what]): [string, string] => [
    command.includes(program) ? command : `${program} ${command}`,
    what,
  ]);
  return [
    `Usage: ${program} ${name} ${usage}`,
    '',
    ...description,
    '',
    'Options:',
    ...table([...options, ...common.slice(0, 1)].map(optionRow)),
    '',
    'Examples:',
    ...calls.flatMap(([command, what]) => [`  # ${what}`, `  ${command}`]),
    '',
  ].join('\n');
}

function optionRow({ name, short, value, help }: Option): [string, string] {
  const long = `--${name}${value === undefined ? '' : ` ${value}`}`;
  return [short === undefined ? long : `-${short}, ${long}`, help];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
