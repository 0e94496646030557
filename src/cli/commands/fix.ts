import { resolve } from 'node:path';
import { type DocumentName, type Documents, documentNames } from '../../agent/documents.ts';
import { fixEverything } from '../../agent/fix-everything.ts';
import { unifiedDiff } from '../../yaml/text-diff.ts';
import { documentsOf, judgeDocument, withPolicy } from '../check/judge-values.ts';
import { type Overrides, readOverrides } from '../check/overrides.ts';
import { SourceText } from '../check/source-text.ts';
import type { Arguments, Run } from '../command.ts';
import { type ExitCode, exitCode, worst } from '../exit-code.ts';
import { type OwnFiles, readOwnFiles } from '../input/read-own-files.ts';
import { standardInput } from '../input/sources.ts';
import type { Io } from '../io.ts';
import { complain } from '../output/complain.ts';
import { diffName } from '../output/diff-name.ts';
import { writeFileAtomically } from '../output/write-file.ts';
import type { Problem } from '../problem.ts';
import { paintFor } from '../report/paint.ts';
import { textReporter } from '../report/text.ts';
import { counted } from '../report/words.ts';

/** `fix`: Fix everything of the wizard, on files. */
export const run: Run = async (given, io) => {
  const misuse = misuseOf(given);
  if (misuse !== undefined) return complain(io, misuse);
  const overrides = readOverrides(given.value);
  if (!overrides.ok) return complain(io, overrides.problem);
  const reporter = textReporter(io.err, paintFor(io.err, io), true);
  const read = await readOwnFiles(given.positionals, io);
  if (!read.ok) {
    for (const problem of read.problems) await reporter.diagnostic(problem);
    return exitCode.unreadable;
  }
  const { files } = read;
  const repaired = repair(files, overrides.value);
  for (const message of repaired.refused) await io.err.write(`${message}\n`);
  let code: ExitCode = repaired.refused.length > 0 ? exitCode.refused : exitCode.admitted;
  for (const about of documentNames) {
    const before = files[about];
    if (before === undefined) continue;
    const written = await put(before, repaired.texts[about], given, io);
    if (written !== undefined) return complain(io, written);
    const left = judgeDocument(about, repaired.files, overrides.value);
    for (const one of left.diagnostics) await reporter.diagnostic(one);
    if (left.standing !== 'admitted') code = worst(code, exitCode.refused);
  }
  if (!given.has('quiet')) await io.err.write(summary(repaired.applied, code));
  return code;
};

function misuseOf(given: Arguments): Problem | undefined {
  const modes = ['diff', 'write', 'output'].filter((name) => given.has(name));
  const count = given.positionals.length;
  if (count === 0) return { message: 'No file is given.', remedy: 'Name one, or -.' };
  if (modes.length > 1) return { message: 'Choose one of --diff, --write and --output.' };
  if (count > 1 && (modes.length === 0 || given.has('output'))) {
    return { message: 'There are several files.', remedy: 'Choose --diff or --write.' };
  }
  if (given.has('write') && given.positionals.includes('-')) {
    return { message: 'Standard input cannot be written to.', remedy: 'Leave out --write.' };
  }
  return undefined;
}

interface Repair {
  readonly texts: Documents;
  /** The files that were given, as they are now. */
  readonly files: OwnFiles;
  readonly applied: number;
  /** What could not be changed, with its place. */
  readonly refused: readonly string[];
}

function repair(files: OwnFiles, overrides: Overrides): Repair {
  const before = documentsOf(files);
  const { documents, applied, refused } = fixUnder(before, files, overrides);
  const now: Partial<Record<DocumentName, SourceText>> = {};
  for (const about of documentNames) {
    const file = files[about];
    if (file !== undefined) now[about] = new SourceText(file.file, documents[about]);
  }
  const messages = refused.flatMap(({ document, refusal: { message, remedy } }) => {
    const file = files[document];
    return file === undefined ? [] : [`${file.file}: ${message} ${remedy}`];
  });
  return { texts: documents, files: now, applied, refused: messages };
}

/** A policy from the command line decides what is repaired, and never shows in the files. */
function fixUnder(documents: Documents, files: OwnFiles, overrides: Overrides) {
  if (overrides.modes.size === 0) return fixEverything(documents);
  const judged = withPolicy(documents, overrides, files.namespace !== undefined);
  const repaired = fixEverything(judged);
  const { namespace } = fixEverything(documents).documents;
  return { ...repaired, documents: { values: repaired.documents.values, namespace } };
}

async function put(
  before: SourceText,
  after: string,
  given: Arguments,
  io: Io,
): Promise<Problem | undefined> {
  const output = given.value('output');
  if (output !== undefined) return writeFileAtomically(resolve(io.cwd, output), after);
  if (given.has('write')) {
    if (after === before.text) return undefined;
    return writeFileAtomically(resolve(io.cwd, before.file), after);
  }
  if (!given.has('diff')) await io.out.write(after);
  else if (after !== before.text) {
    const name = before.file === standardInput ? 'values.yaml' : diffName(before.file, io.cwd);
    await io.out.write(unifiedDiff(name, before.text, after));
  }
  return undefined;
}

function summary(applied: number, code: ExitCode): string {
  const fixed = applied === 0 ? 'Nothing to repair.' : `Repaired ${counted(applied, 'problem')}.`;
  return code === exitCode.admitted ? `${fixed}\n` : `${fixed} What is left needs a person.\n`;
}
