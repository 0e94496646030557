import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isPressing, standingOf } from '../../agent/assess/assess.ts';
import { verdictSentence } from '../../agent/assess/verdict-sentence.ts';
import { archiveEntries } from '../../handover/archive/entries.ts';
import { type Entry, entriesOf } from '../../handover/archive/entry.ts';
import { zipOf } from '../../handover/archive/zip.ts';
import type { HandoverInput } from '../../handover/input.ts';
import type { Output } from '../../handover/output.ts';
import type { Arguments, Run } from '../command.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { installsOf } from '../fix/installs.ts';
import { readFormat } from '../handover/formats.ts';
import { handoverInput } from '../handover/handover-input.ts';
import { readFields } from '../handover/read-fields.ts';
import { readOwnFiles } from '../input/read-own-files.ts';
import type { Io } from '../io.ts';
import { complain, remark } from '../output/complain.ts';
import { writeNewFiles } from '../output/write-new-files.ts';
import { paintFor } from '../report/paint.ts';
import { textReporter } from '../report/text.ts';
import { visible } from '../report/visible.ts';
import { counted } from '../report/words.ts';
import { readTaking } from '../taking.ts';

/** `handover`: the change in the forms that a repository and a cluster take. */
export const run: Run = async (given, io) => {
  const names = [...given.values('file'), ...given.positionals];
  if (names.length === 0) {
    return complain(io, { message: 'No file is given.', remedy: 'Name values.yaml with -f.' });
  }
  const format = readFormat(given.value('format'));
  if (!format.ok) return complain(io, format.problem);
  const fields = readFields(given.values('field'));
  if (!fields.ok) return complain(io, fields.problem);
  const taking = readTaking(given);
  if (!taking.ok) return complain(io, taking.problem);
  const read = await readOwnFiles(names, taking.value, io);
  if (!read.ok) {
    const reporter = textReporter(io.err, paintFor(io.err, io), true);
    for (const problem of read.problems) await reporter.diagnostic(problem);
    return exitCode.unreadable;
  }
  const [install, ...others] = installsOf(read.parts);
  const values = install?.values;
  const isHosted = read.parts.some(({ source, file }) => source !== file);
  if (install === undefined || values === undefined || others.length > 0 || isHosted) {
    return complain(io, {
      message: 'What is handed over is one install.',
      remedy: 'Give one values file of its own, and its namespace.yaml if there is one.',
    });
  }
  const harden = given.has('harden');
  const input = handoverInput({ ...install, values }, fields.value, { harden }, io.cwd);
  await sayForgotten(input, io);
  const code = await handOver(input, format.value, given, io);
  return code === exitCode.admitted ? sayVerdict(input, given, io) : code;
};

/** A file that would be new, but is there: the patch would not apply to it. */
async function sayForgotten({ files }: HandoverInput, io: Io): Promise<void> {
  for (const { name, before } of files) {
    if (before === undefined && existsSync(resolve(io.cwd, name))) {
      await remark(io, `${name} is there already: give it with -f, too.`);
    }
  }
}

/** Writes or prints the texts; with a format of its own, that one must exist. */
async function handOver(
  input: HandoverInput,
  output: Output | undefined,
  given: Arguments,
  io: Io,
): Promise<ExitCode> {
  const target = given.value('output');
  const made = output?.make(input);
  if (made?.ok === false) return complain(io, { message: made.reason });
  const entries =
    output === undefined || made === undefined
      ? archiveEntries(input)
      : entriesOf({ output, made });
  if (target === undefined) return print(entries, io);
  if (target.endsWith('.zip')) {
    const remedy = 'Choose another name with -o, or replace it with --force.';
    return writeNewFiles([{ name: target, content: zipOf(entries) }], remedy, given, io);
  }
  const files = entries.map(({ name, text }) => ({ name: join(target, name), content: text }));
  const remedy = 'Choose another folder with -o, or replace them with --force.';
  return writeNewFiles(files, remedy, given, io);
}

async function print([first, ...others]: readonly Entry[], io: Io): Promise<ExitCode> {
  if (first === undefined || others.length > 0) {
    return complain(io, {
      message: `There are ${others.length + 1} files.`,
      remedy: 'Name a folder or a .zip with -o, or one form with --format.',
    });
  }
  await io.out.write(first.text);
  return exitCode.admitted;
}

/** What becomes of the pods, and how much is left for a person. */
async function sayVerdict({ now }: HandoverInput, given: Arguments, io: Io): Promise<ExitCode> {
  if (!now.ok) return exitCode.refused;
  const isSound = standingOf(now.assessment) === 'admitted';
  const { before, policy, after } = verdictSentence(now.assessment);
  const left = now.assessment.problems.filter(isPressing).length;
  const open = left === 0 ? '' : ` ${counted(left, 'problem')} left: see restricted-agent fix.`;
  if (!given.has('quiet') || !isSound) {
    await io.err.write(`${visible(`${before} ${policy}${after}.${open}`)}\n`);
  }
  return isSound ? exitCode.admitted : exitCode.refused;
}
